export const RED_WHY = {
  'RED-01':
    'Clients drop the token when a redirect leads elsewhere, and often turn POST into GET. The address that was entered, the one in the metadata and the one that answers also stop being the same string.',
}
