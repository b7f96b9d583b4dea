export const TOK_WHY = {
  'TOK-02':
    'This is the moment at which sign-in becomes access. A client that finds no access_token where it must be has a consent and nothing to show for it.',
  'TOK-03':
    'Without the header, a browser or a proxy may keep the answer. The token can then be read from a cache.',
  'TOK-04':
    'invalid_grant and invalid_client need different actions. A page in HTML or a bare 500 leaves a client no choice but to start all over.',
  'TOK-05':
    'A client knows how to use Bearer tokens. Another type means a way of signing requests that it has never heard of, so it must not use the token.',
  'TOK-06':
    'Clients refresh shortly before the end. Without a number they wait for the first refused call, and some strict ones reject the answer.',
  'TOK-07':
    'A Bearer token works for whoever holds it. The longer it lives, the longer a leaked one does harm.',
  'TOK-08':
    'A code passes through addresses, histories and logs. If it works twice, whoever reads it later gets a token too.',
  'TOK-09':
    'Parameters are how OAuth grows: resource was new once. An endpoint that refuses unknown ones breaks with the next client.',
  'TOK-10':
    'Otherwise a code that one client received can be redeemed by another. Malicious clients collect codes in exactly this way.',
  'TOK-20':
    'The person has consented, and the exchange is refused all the same. The error code says whether the code, the client or its way to authenticate is wrong.',
}
