import { createStore } from 'zustand/vanilla'
import type { RunConfig, RunSecrets } from '../protocol/index.ts'
import { ON_DEMAND, isRevision } from '../protocol/index.ts'

/** What steers a walk, as far as the person set it. A member that is missing takes its default. */
export type Settings = {
  readonly config: Partial<RunConfig>
  /** Never leaves the tab. `headers` are the extra headers; their names also go to `config.headerNames`. */
  readonly secrets: RunSecrets
}

/** The form: what stands in the address field, and the settings. */
export type Draft = Settings & { readonly address: string }

export function createDraftStore(first: Draft) {
  return createStore<Draft>(() => first)
}

/** What the page's address asks for: a filled form, and whether to start at once. Never a secret. */
export type AddressWish = { readonly draft: Draft; readonly autorun: boolean }

const TRANSPORTS = ['auto', 'direct', 'relay'] as const
const PACES = ['together', 'one-by-one'] as const
const GRANTS = ['authorization_code', 'client_credentials'] as const
const WAYS = ['same-tab', 'popup', 'paste'] as const
const AUTHENTICATIONS = [
  'none',
  'client_secret_basic',
  'client_secret_post',
  'private_key_jwt',
] as const
const TEXTS = {
  client: 'client',
  scope: 'scope',
  resource: 'resource',
  clientId: 'client-id',
  clientDocument: 'cimd',
  issuer: 'issuer',
  stepUp: 'step-up',
} as const

/** Reads the query of the page's address (`?server=…&revision=…`). Unknown names and values are passed over. */
export function readAddress(search: string): AddressWish {
  const query = new URLSearchParams(search)
  const text = (name: string): string | undefined => query.get(name) ?? undefined
  const revision = text('revision')
  const timeout = Number(text('timeout'))
  const config: Partial<RunConfig> = {
    ...(revision !== undefined && isRevision(revision) && { revision }),
    ...texts(query),
    ...oneOf('transport', text('transport'), TRANSPORTS),
    ...oneOf('pace', text('pace'), PACES),
    ...oneOf('grant', text('grant'), GRANTS),
    ...oneOf('authorizationBy', text('authorize'), WAYS),
    ...oneOf('clientAuthentication', text('client-authentication'), AUTHENTICATIONS),
    ...(timeout > 0 && { timeout }),
    ...callOf(text('call'), text('arguments')),
    ...alsoOf(query),
  }
  return {
    draft: { address: text('server') ?? '', config, secrets: {} },
    autorun: text('autorun') === '1',
  }
}

/** The query that `readAddress` reads back to the same form, without its secrets. */
export function writeAddress(draft: Draft): string {
  const { config } = draft
  const query = new URLSearchParams()
  const put = (name: string, value: string | undefined): void => {
    if (value !== undefined && value !== '') query.set(name, value)
  }
  put('server', draft.address)
  put('revision', config.revision === 'auto' ? undefined : config.revision)
  for (const [key, name] of Object.entries(TEXTS)) {
    const value = Object.entries(config).find(([each]) => each === key)?.[1]
    put(name, typeof value === 'string' ? value : undefined)
  }
  put('transport', config.transport)
  put('pace', config.pace)
  put('grant', config.grant)
  put('authorize', config.authorizationBy)
  put('client-authentication', config.clientAuthentication)
  put('timeout', config.timeout?.toString())
  put('call', config.call?.tool)
  put('arguments', config.call?.arguments)
  for (const step of config.also ?? []) query.append('also', step)
  return query.toString()
}

function texts(query: URLSearchParams): Partial<RunConfig> {
  const given = Object.entries(TEXTS).flatMap(([key, name]) => {
    const value = query.get(name)
    return value === null ? [] : [[key, value] as const]
  })
  return Object.fromEntries(given)
}

function oneOf<Key extends string, Value extends string>(
  key: Key,
  value: string | undefined,
  values: readonly Value[],
): { readonly [key in Key]?: Value } {
  const known = values.find((each) => each === value)
  const given: { [key in Key]?: Value } = {}
  if (known !== undefined) given[key] = known
  return given
}

function callOf(tool: string | undefined, text: string | undefined): Partial<RunConfig> {
  return tool === undefined ? {} : { call: { tool, arguments: text ?? '' } }
}

function alsoOf(query: URLSearchParams): Partial<RunConfig> {
  const known = [...ON_DEMAND, 'survey'] as const
  const also = query.getAll('also').flatMap((value) => known.filter((each) => each === value))
  return also.length === 0 ? {} : { also }
}
