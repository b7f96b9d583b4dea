export const DCR_WHY = {
  'DCR-01':
    'Clients send JSON, as the standard has it. An endpoint that wants a form refuses each of them.',
  'DCR-02':
    'A client that sees another status, or finds no client_id, takes the registration for refused. Some accept 200, others stop right here.',
  'DCR-03':
    'Without it a client does not know whether its secret ends. One day the exchange fails for everyone who connected on the same day.',
  'DCR-04':
    'The error code tells the client whether to try other metadata or to give up. An HTML page or a 500 tells it nothing, and the person even less.',
  'DCR-05':
    "A program on people's machines cannot keep a secret. Given one, some clients send it and some do not, and the token endpoint refuses one kind of them.",
  'DCR-06':
    'Clients register because the metadata says that they can. When the endpoint is not there, they do not go on to another way.',
  'DCR-10':
    'If the server stored another address, the authorization request with the real one is refused, and the person ends on an error page of the authorization server.',
  'DCR-11':
    'Registration by each client fills a table that nobody can clean, and the newest revision deprecates it. Clients that have moved on to documents find no way in.',
  'DCR-13':
    'The server behind knows only one client, the proxy, and remembers its consent. A new client then gets a code without anybody being asked, and an attacker can register one.',
  'DCR-20':
    'A general client has neither a token for registration nor a place on a list. To the person this looks like a server that does not work with their client.',
  'DCR-21':
    'The client is refused for what it says of itself, most often its redirect URI. No one can sign in until the rule at the server or the client changes.',
}
