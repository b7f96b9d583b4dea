export const INI_WHY = {
  'INI-01':
    'A client reads the version, the capabilities and the name from this one answer. If one is missing, strict clients reject the answer and close the connection.',
}
