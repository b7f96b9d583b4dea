export const CORS_WHY = {
  'CORS-01':
    'A page sees "failed to fetch" and nothing else: no status, no challenge, no error. Every client that runs in a browser fails without knowing why, while native ones work.',
  'CORS-02':
    'The header arrives, and the browser hides it. A page then cannot follow the pointer or read the scope, and has to guess where native clients know.',
  'CORS-03':
    'The session id is in a header that the browser hides unless it is exposed. A page can then open a session and never speak in it again.',
  'CORS-04':
    'The token travels in Authorization, which makes the browser ask for leave first. A star does not cover this header, so the call with the token is never sent.',
  'CORS-05':
    "Each MCP request carries headers that a browser asks leave for. If they are not listed, the browser sends nothing, and the server's log shows only an OPTIONS.",
  'CORS-06':
    'A preflight carries no token, by design. A server that asks for one there, or redirects it, turns away every page before the real request exists.',
  'CORS-07':
    'A page that may not send DELETE leaves each session open. The server keeps them until they time out.',
  'CORS-08':
    'The first two documents are the start of every walk. If only programs outside of browsers can read them, a page does not get as far as the sign-in.',
  'CORS-09':
    'The person consents, comes back with a code, and the page may not read the answer to the exchange. The request itself arrives, so that the code is spent as well.',
  'CORS-10':
    "A list of allowed origins that lacks this page works for its owner's own pages and for nobody else's. To the others it looks as if the server were down.",
}
