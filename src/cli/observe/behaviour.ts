import { type JsonObject, isJsonObject, parseJsonObject } from '../../protocol/index.ts'
import type { Seen } from './record.ts'
import type { Sorted } from './sort-requests.ts'

/** One thing that a record shows of a client: a field of its policy, and what to write there. */
export type Shown = { readonly field: string; readonly value: unknown; readonly from: string }

/** What a record shows of a client. A field that it does not show is left out: null until there is a source. */
export function behaviourOf(sorted: readonly Sorted[]): readonly Shown[] {
  return [
    ...discovery(sorted),
    ...metadataHeaders(sorted),
    ...firstMessage(sorted),
    ...registration(sorted),
    ...authorization(sorted),
  ]
}

function discovery(sorted: readonly Sorted[]): readonly Shown[] {
  const end = sorted.findIndex(({ kind }) =>
    ['registration', 'authorization', 'token'].includes(kind.is),
  )
  const lookups = sorted.slice(0, end < 0 ? undefined : end).flatMap(toLookup)
  const once = [...new Map(lookups.map((each) => [JSON.stringify(each), each])).values()]
  if (once.length === 0) return []
  return [
    { field: 'discovery', value: once, from: `${lookups.length} requests before it registers` },
  ]
}

function toLookup({ kind, seen }: Sorted): readonly object[] {
  const { method } = seen
  switch (kind.is) {
    case 'mcp':
      return [{ purpose: 'probe', method }]
    case 'resource-metadata':
      return [{ purpose: kind.is, method, at: kind.at }]
    case 'server-metadata':
      return [{ purpose: kind.is, method, at: kind.at, of: kind.of }]
    case 'registration':
    case 'authorization':
    case 'token':
    case 'other':
      return []
  }
}

/** Headers that are not of every request of every client. */
function metadataHeaders(sorted: readonly Sorted[]): readonly Shown[] {
  const looks = sorted.filter(({ kind }) => kind.is.endsWith('-metadata'))
  const [first] = looks
  if (!first) return []
  const headers = first.seen.headers.filter(([name]) => /^mcp-/i.test(name))
  const others = looks.filter(({ seen }) => !headers.every((each) => has(seen, each)))
  const to = others.length === 0 ? 'all' : 'server'
  return [
    { field: 'metadataHeaders', value: { to, headers }, from: `${looks.length} metadata requests` },
  ]
}

function has({ headers }: Seen, [name, value]: readonly [string, string]): boolean {
  return headers.some(
    ([other, held]) => other.toLowerCase() === name.toLowerCase() && held === value,
  )
}

function firstMessage(sorted: readonly Sorted[]): readonly Shown[] {
  const first = sorted.find(
    ({ kind, seen }) => kind.is === 'mcp' && seen.body.includes('"jsonrpc"'),
  )
  const { method, params } = first ? objectIn(first.seen.body) : {}
  if (typeof method !== 'string') return []
  const from = `its first message, ${method}`
  if (method !== 'initialize') return [{ field: 'firstContact', value: 'modern', from }]
  const version = isJsonObject(params) ? params['protocolVersion'] : undefined
  return [
    { field: 'firstContact', value: 'legacy', from },
    ...(typeof version === 'string' ? [{ field: 'versions', value: [version], from }] : []),
  ]
}

function registration(sorted: readonly Sorted[]): readonly Shown[] {
  const seen = sorted.find(({ kind }) => kind.is === 'registration')?.seen
  if (!seen) return []
  const body = objectIn(seen.body)
  const from = 'its registration'
  const method = body['token_endpoint_auth_method']
  return [
    { field: 'registration', value: ['dynamic'], from },
    ...(typeof method === 'string' ? [{ field: 'registersAs', value: method, from }] : []),
    { field: 'sendsApplicationType', value: 'application_type' in body, from },
  ]
}

function authorization(sorted: readonly Sorted[]): readonly Shown[] {
  const seen = sorted.find(({ kind }) => kind.is === 'authorization')?.seen
  if (!seen) return []
  const { searchParams } = new URL(seen.url)
  const from = 'its authorization request'
  const scope = searchParams.get('scope')
  const resource = searchParams.get('resource')
  const clientId = searchParams.get('client_id') ?? ''
  return [
    ...(scope ? [] : [{ field: 'noScope', value: scope === null ? 'left-out' : 'empty', from }]),
    ...(resource === null ? [{ field: 'sendsResource', value: 'never', from }] : []),
    ...(clientId.startsWith('https://')
      ? [{ field: 'registration', value: ['client-document'], from }]
      : []),
  ]
}

function objectIn(text: string): JsonObject {
  return parseJsonObject(text) ?? {}
}
