export const ERR_WHY = {
  'ERR-02':
    'insufficient_scope tells a client to get a wider token. Without any token it has nothing to widen, and does not start the sign-in that it needs.',
}
