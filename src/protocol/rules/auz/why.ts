export const AUZ_WHY = {
  'AUZ-20':
    'A refusal ends the walk whatever the servers do right. The error code is the only hint whether the person said no, a scope is unknown, or the client is not allowed.',
}
