/** Where the sandbox of a practice walk is. */
export const SERVER = 'http://localhost:4281/mcp'
export const ISSUER = 'http://localhost:4282'
export const REDIRECT = 'http://localhost:4280/callback.html'
export const PATH_METADATA = 'http://localhost:4281/.well-known/oauth-protected-resource/mcp'
export const ROOT_METADATA = 'http://localhost:4281/.well-known/oauth-protected-resource'
/** A client metadata document that could be read by everyone. */
export const DOCUMENT = 'https://client.example/client.json'
/** A client that the issuer's owner has entered by hand. */
export const KNOWN = { clientId: 'by-hand', method: 'none', redirectUris: [REDIRECT] } as const
