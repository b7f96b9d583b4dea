export const ORG_WHY = {
  'ORG-01':
    "A web page that resolves its own name to 127.0.0.1 can talk to a server on people's machines. Refusing unknown origins is what stops it.",
  'ORG-02':
    "To refuse origins is right against hostile pages and shuts out honest ones too. Clients that run in a browser cannot change their Origin, so only the server's list can let them in.",
}
