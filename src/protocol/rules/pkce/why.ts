export const PKCE_WHY = {
  'PKCE-04':
    'If a request without a challenge is accepted, an attacker can strip it and use a stolen code. PKCE protects only where it is demanded.',
  'PKCE-05':
    'The verifier proves that whoever redeems the code also began the walk. If it is not compared, a code from a log or a history is as good as a password.',
  'PKCE-06':
    'The challenge has done its work by then. In the answer it stands in addresses and logs, and helps whoever tries to join two requests.',
}
