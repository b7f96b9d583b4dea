import { CLIENTS, parseJsonObject, REVISIONS } from '../../protocol/index.ts'

/** What someone wrote for the options of one target: a flag is true, a list has several values. */
export type Given = ReadonlyMap<string, string | true | readonly string[]>

/** An option that steers one walk, on the command line and in a targets file. */
export type Setting = {
  /** As on the command line; a targets file writes it in camelCase. */
  readonly name: string
  readonly kind: 'text' | 'flag' | 'list'
  /** Who takes it: the page, by its address or its secrets, or the runner itself. */
  readonly goesTo: 'address' | 'secrets' | 'runner'
  /** What stands for the value in the usage. */
  readonly value: string
  readonly says: string
  /** What a value has to be, when this one is not. */
  readonly check: Check
}

/** Undefined for a value that can be, else what it has to be. */
export type Check = (value: string) => string | undefined

const CLIENT_IDS = CLIENTS.map(({ id }) => id)
const GRANTS = ['authorization_code', 'client_credentials']
const WAYS = ['same-tab', 'popup', 'paste']
const AUTHENTICATIONS = ['none', 'client_secret_basic', 'client_secret_post', 'private_key_jwt']

/** All settings of a target, in the order of the usage. */
export const SETTINGS: readonly Setting[] = [
  text('revision R', 'revision of MCP to speak (default auto)', oneOf(['auto', ...REVISIONS])),
  text('client ID', 'client to walk as (default spec)', oneOf(CLIENT_IDS)),
  text('transport T', 'auto, direct or relay (default auto)', oneOf(['auto', 'direct', 'relay'])),
  text('pace P', 'together or one-by-one', oneOf(['together', 'one-by-one'])),
  text('scope "a b"', 'scopes to ask for'),
  text('resource URI', 'resource indicator to send', isUrl),
  text('client-id ID', 'a client id that the authorization server knows', isNotEmpty),
  text('cimd URL', 'client ID metadata document to use', isHttpsUrl),
  text('issuer URL', 'authorization server to use', isWebUrl),
  text('grant G', 'client_credentials instead of the code flow', oneOf(GRANTS)),
  text('client-authentication M', AUTHENTICATIONS.join(', '), oneOf(AUTHENTICATIONS)),
  text('authorize HOW', 'same-tab, popup or paste (default same-tab)', oneOf(WAYS)),
  text('call TOOL', 'one tool to call after the list', isNotEmpty),
  text('arguments JSON', 'arguments of that call', isJsonObjectText),
  flag('refresh', 'use the refresh token after the tools'),
  flag('probes', 'try what must fail: negative tests at the end'),
  flag('revoke', 'revoke the token at the end'),
  flag('survey', 'ask at the end what other clients would ask, to foretell more'),
  {
    ...text('header "N: v"', 'header for the MCP server, repeatable', isHeader),
    kind: 'list',
    goesTo: 'secrets',
  },
  forRunner(
    'consent NAME|FILE',
    'what drives the consent page: a ready module, or one of yours',
    isNotEmpty,
  ),
  forRunner('account NAME', 'sign in as FLOW_USER_NAME with FLOW_PASSWORD_NAME', isAccountName),
  forRunner('storage-state FILE', 'signed-in browser, as Playwright saves it', isNotEmpty),
  forRunner('timeout MS', 'time for a whole target (default 60000)', isCount),
]

/** The query parameters by which the page's address carries these settings. */
export function toParameters(given: Given): readonly (readonly [string, string])[] {
  return SETTINGS.flatMap(({ name, kind, goesTo }) => {
    const value = given.get(name)
    if (goesTo !== 'address' || value === undefined) return []
    if (kind === 'flag') return [['also', name] as const]
    return typeof value === 'string' ? [[name, value] as const] : []
  })
}

/** The first value that cannot be, and what it has to be. Values that may be secret are not told. */
export function findWrongSetting(given: Given): { name: string; says: string } | undefined {
  for (const { name, goesTo, check } of SETTINGS) {
    const value = given.get(name)
    const values = typeof value === 'string' ? [value] : Array.isArray(value) ? value : []
    for (const each of values) {
      const wish = check(each)
      if (wish === undefined) continue
      return { name, says: goesTo === 'secrets' ? `: ${wish}` : ` ${each}: ${wish}` }
    }
  }
  if (given.has('arguments') && !given.has('call')) {
    return { name: 'arguments', says: ': there is no call to give them to' }
  }
  return undefined
}

/** A positive whole number, or what the value has to be. */
export function isCount(value: string): string | undefined {
  return /^[1-9]\d{0,8}$/.test(value) ? undefined : 'it is a whole number from 1 on'
}

/** A setting is written as in the usage: its name, and what stands for the value. */
function text(option: string, says: string, check: Check = isFine): Setting {
  const [name = '', ...value] = option.split(' ')
  return { name, kind: 'text', goesTo: 'address', value: value.join(' '), says, check }
}

function forRunner(option: string, says: string, check: Check): Setting {
  return { ...text(option, says, check), goesTo: 'runner' }
}

function flag(name: string, says: string): Setting {
  return { ...text(name, says), kind: 'flag' }
}

function oneOf(values: readonly string[]): Check {
  return (value) => (values.includes(value) ? undefined : `it is one of ${values.join(', ')}`)
}

function isFine(): undefined {
  return undefined
}

function isAccountName(value: string): string | undefined {
  return /^\w+$/.test(value) ? undefined : 'it has letters, digits and _ only'
}

function isNotEmpty(value: string): string | undefined {
  return value.trim() === '' ? 'it is empty' : undefined
}

function isUrl(value: string): string | undefined {
  return URL.canParse(value) ? undefined : 'it is no URL'
}

function isWebUrl(value: string): string | undefined {
  return isUrl(value) ?? (/^https?:/i.test(value) ? undefined : 'it is no http or https URL')
}

function isHttpsUrl(value: string): string | undefined {
  return isUrl(value) ?? (/^https:/i.test(value) ? undefined : 'it is no https URL')
}

function isHeader(value: string): string | undefined {
  const isOne = /^[\w!#$%&'*+.^`|~-]+:[^\r\n]*$/.test(value)
  return isOne ? undefined : 'a header is written "Name: value"'
}

function isJsonObjectText(value: string): string | undefined {
  return parseJsonObject(value) ? undefined : 'it is no JSON object'
}
