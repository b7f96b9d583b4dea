export const USE_WHY = {
  'USE-03':
    'A token for another server was given to another party. If it opens this one as well, each of them can act as the person at all others.',
  'USE-04':
    '401 is the only sign on which a client refreshes by itself. Any other status looks like a broken server, and what accepts garbage protects nothing.',
  'USE-05':
    'The person has just signed in, and the server says no. Clients that try again end in a loop of sign-ins; it has to be mended between the server and the authorization server.',
  'USE-06':
    'Whoever learns a session id could go on without a token, after it expired or was revoked. Session ids are no secrets: they stand in logs.',
  'USE-09':
    'Addresses are kept in histories, logs and Referer headers, and the token with them. A server that accepts it there invites clients to send it so.',
}
