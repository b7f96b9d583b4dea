/** What a secret is; its stand-in carries this name. */
export type SecretKind =
  | 'access-token'
  | 'refresh-token'
  | 'id-token'
  | 'registration-token'
  | 'client-secret'
  | 'code'
  | 'state'
  | 'verifier'
  | 'assertion'
  | 'device-code'
  | 'user-code'
  | 'password'
  | 'api-key'
  | 'token'
  | 'jwt'
  | 'credentials'
  | 'cookie'
  | 'session'
  | 'header'

/**
 * The one list of secret places. Members of JSON bodies, at any depth, and parameters of forms and addresses.
 * Case, `_` and `-` do not tell names apart.
 */
export const SECRET_MEMBERS: readonly (readonly [name: string, kind: SecretKind])[] = [
  ['access_token', 'access-token'],
  ['refresh_token', 'refresh-token'],
  ['id_token', 'id-token'],
  ['id_token_hint', 'id-token'],
  ['registration_access_token', 'registration-token'],
  ['client_secret', 'client-secret'],
  ['code', 'code'],
  ['code_verifier', 'verifier'],
  ['client_assertion', 'assertion'],
  ['assertion', 'assertion'],
  ['subject_token', 'token'],
  ['actor_token', 'token'],
  ['device_code', 'device-code'],
  ['user_code', 'user-code'],
  ['password', 'password'],
  ['api_key', 'api-key'],
  ['token', 'token'],
]

/** Parameters that are secret in forms and addresses only: elsewhere the word means too many things. */
export const SECRET_PARAMETERS: readonly (readonly [name: string, kind: SecretKind])[] = [
  ['state', 'state'],
]

/** Headers whose values are secret. The extra headers that a person gave join them. */
export const SECRET_HEADERS: ReadonlyMap<string, SecretKind> = new Map([
  ['authorization', 'access-token'],
  ['proxy-authorization', 'credentials'],
  ['cookie', 'cookie'],
  ['set-cookie', 'cookie'],
  ['mcp-session-id', 'session'],
  ['x-api-key', 'api-key'],
])

/** Headers that say nothing secret even where a person set them. */
export const OPEN_HEADERS: ReadonlySet<string> = new Set([
  'accept',
  'accept-language',
  'content-type',
  'mcp-protocol-version',
  'user-agent',
])

/** A JSON member named `code` beside one of these tells of an error, and is no authorization code. */
export const ERROR_MEMBERS = [
  'message',
  'error',
  'errors',
  'error_description',
  'detail',
  'details',
  'description',
  'reason',
  'status',
  'title',
]

/** Words that stand in secret places and are none: they are not hunted for in the rest of a run. */
export const OPEN_WORDS: ReadonlySet<string> = new Set([
  'access_token',
  'authorization_code',
  'client_credentials',
  'refresh_token',
  'id_token',
  'offline_access',
  'undefined',
])

/** Members of a run document that hold words of ours: ids, kinds and choices. They stay as they are. */
export const OWN_MEMBERS: ReadonlySet<string> = new Set([
  'after',
  'also',
  'authorizationBy',
  'by',
  'cause',
  'client',
  'clientAuthentication',
  'continued',
  'culprit',
  'cut',
  'diagnostic',
  'exchange',
  'exchanges',
  'format',
  'grant',
  'id',
  'kind',
  'on',
  'pace',
  'part',
  'reason',
  'revision',
  'rule',
  'run',
  'severity',
  'status',
  'step',
  'to',
  'transport',
  'verdict',
  'via',
])
