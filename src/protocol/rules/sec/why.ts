export const SEC_WHY = {
  'SEC-02':
    'The token travels with each request. Over http anyone on the same network can read it and use it.',
  'SEC-05':
    'People are sent to this endpoint, and no script has any business there. Where pages may read its answers, a hostile one can get hold of what was meant for the person alone.',
  'SEC-20':
    'A client opens this address as it stands. A javascript: or data: address would run in the client itself, and http would show the sign-in to the network.',
}
