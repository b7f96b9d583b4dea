export const MET_WHY = {
  'MET-02':
    'A server that guesses the version behaves in one way today and in another after its next update. Refusing tells the client at once what it forgot.',
  'MET-04':
    'Gateways route and limit by the headers, while the server acts on the body. If the two may differ, a request gets past a gate under another name.',
  'MET-05':
    '404 with -32601 is how a client learns that a method does not exist and that it should do without. With 200 it believes that the call succeeded.',
  'MET-06':
    'Clients act on the code, to ask again with another version for instance. An invented one falls through every branch and ends as an unknown error.',
  'MET-07':
    'resultType says whether an answer is complete or asks for more input. Without it a client takes the server for an older one.',
  'MET-08':
    'The name and version of the server are what support needs first. In a stateless protocol there is no handshake that would have told them.',
}
