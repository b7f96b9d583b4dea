export const ISS_WHY = {
  'ISS-02':
    "With iss a client that talks to several authorization servers can tell who answered. Without it, one hostile server can have another one's code sent to itself.",
  'ISS-03':
    'Clients demand iss only from servers that announce it. If it is sent but not announced, an attacker can simply leave it out.',
  'ISS-04':
    'The promise is what lets a client notice that iss was taken away. When it is absent after all, the client has to take the answer for a forgery.',
  'ISS-05':
    'Another name means that another server answered, or that this one cannot spell its own. A client cannot tell the two apart, and must not redeem the code.',
  'ISS-08':
    'iss is compared with the issuer of the metadata character by character. A query or a fragment can never be equal to it.',
}
