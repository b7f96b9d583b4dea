/**
 * The negative tests: what each exchange of the `probes` step is called in `purpose`. A step sends it under that
 * purpose with `diagnostic: 'probe'`, and the rules find it by the same words.
 */
export const PROBES = {
  'garbage-token': 'Probe: a token that nobody issued',
  'foreign-token': 'Probe: a token for another resource',
  'no-token': 'Probe: no token on a live session',
  'token-in-query': 'Probe: the token in the query',
  'no-code-challenge': 'Probe: an authorization request without PKCE',
  'other-verifier': 'Probe: the code with another verifier',
  'no-verifier': 'Probe: the code without a verifier',
  'code-again': 'Probe: the code a second time',
  'other-redirect-uri-at-token': 'Probe: the code with another redirect URI',
  'other-client-at-token': 'Probe: the code by another client',
  'refresh-token-again': 'Probe: the replaced refresh token',
  'other-redirect-uri': 'Probe: a redirect URI that is not registered',
  'unknown-client': 'Probe: a client that nobody registered',
  'broken-document': 'Probe: a client metadata document that names another client_id',
  'second-client': 'Probe: an authorization request of a second client',
  'other-loopback-port': 'Probe: the loopback redirect URI with another port',
  'http-redirect-uri': 'Probe: registration with an http redirect URI',
  'legacy-version': 'Probe: a version header that no revision has',
  'no-version': 'Probe: no version header',
  'old-initialize': 'Probe: initialize with a version that nobody speaks',
  'modern-version': 'Probe: a version that nobody speaks',
  'legacy-initialize': 'Probe: initialize, to a stateless server',
  'other-version-header': 'Probe: MCP-Protocol-Version that differs from the body',
  'no-meta': 'Probe: a request without _meta',
  'other-method-header': 'Probe: Mcp-Method that differs from the body',
  'no-method-header': 'Probe: no Mcp-Method',
  'other-name-header': 'Probe: Mcp-Name that differs from the body',
  'wrong-accept': 'Probe: an Accept that takes pages only',
  'foreign-origin': 'Probe: the Origin of another site',
  'unknown-method': 'Probe: a method that nobody knows',
  'bad-cursor': 'Probe: a cursor that nobody gave',
  'get-endpoint': 'Probe: GET of the MCP endpoint',
  'no-session': 'Probe: a request without its session id',
  'unknown-session': 'Probe: a session id that nobody gave',
  'ended-session': 'Probe: a session that was ended',
  'own-well-known': "Probe: the resource's own well-known address",
  'other-metadata': 'Probe: the other kind of metadata document',
  'token-preflight': 'Probe: the preflight of a request with a token',
  'cors-at-authorization': 'Probe: the authorization endpoint as a page would read it',
} as const

/** The name of one negative test. */
export type ProbeName = keyof typeof PROBES
