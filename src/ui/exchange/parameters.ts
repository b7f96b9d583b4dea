/** Names and values of a query or a form, decoded, in their order. */
export function parseParameters(text: string): readonly (readonly [name: string, value: string])[] {
  return [...new URLSearchParams(text)]
}

/** The query of an address without its question mark; empty when there is none. */
export function queryOf(url: string): string {
  const [withoutFragment = ''] = url.split('#', 1)
  const at = withoutFragment.indexOf('?')
  return at === -1 ? '' : withoutFragment.slice(at + 1)
}

const PARAMETER_NOTES: { readonly [name: string]: string } = {
  client_assertion: 'A JWT that the client signed with its key.',
  client_assertion_type: 'What kind of assertion proves who the client is.',
  client_id: 'Who asks.',
  client_secret: 'What proves that it is the client.',
  code: 'The authorization code: good for one exchange.',
  code_challenge: 'Hash of the verifier that the token request will show (PKCE).',
  code_challenge_method: 'How the verifier was hashed.',
  code_verifier: 'What proves that the one who asked is the one who exchanges (PKCE).',
  error: 'Why there is no code.',
  error_description: 'The same in the server’s words.',
  grant_type: 'What is exchanged for a token.',
  iss: 'Which authorization server answers (RFC 9207).',
  redirect_uri: 'Where the answer goes to.',
  refresh_token: 'What brings the next access token.',
  resource: 'Which server the token is for (RFC 8707).',
  response_type: 'What is asked for.',
  scope: 'What the token may do.',
  state: 'Ties the answer to the request.',
  token: 'The token at issue.',
  token_type_hint: 'Which kind of token it is.',
}

/** What a parameter of an OAuth request is for, or undefined. */
export function findParameterNote(name: string): string | undefined {
  return Object.hasOwn(PARAMETER_NOTES, name) ? PARAMETER_NOTES[name] : undefined
}
