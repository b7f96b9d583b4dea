import {
  type Body,
  type Exchange,
  type HeaderList,
  type Json,
  type JsonObject,
  parseJsonObject,
} from '../../protocol/index.ts'

/** A JSON Web Token read without any check of its signature (RFC 7519). */
export type Jwt = {
  readonly token: string
  readonly header: JsonObject
  readonly claims: JsonObject
}

/** Every different JWT of an exchange: those that the answer brought, and those that the request only carried. */
export type FoundJwts = { readonly brought: readonly Jwt[]; readonly carried: readonly Jwt[] }

const SHAPE = /eyJ[\w-]+\.eyJ[\w-]+\.[\w-]*/g

/** Finds the JWTs in headers and bodies of an exchange. */
export function findJwts({ request, outcome }: Exchange): FoundJwts {
  const answer = outcome.kind === 'response' ? outcome : null
  const brought = findTokens(answer?.headers ?? [], answer?.body ?? null)
  const carried = findTokens(request.headers, request.body).filter(
    (token) => !brought.includes(token),
  )
  return {
    brought: brought.flatMap((token) => parseJwt(token) ?? []),
    carried: carried.flatMap((token) => parseJwt(token) ?? []),
  }
}

function findTokens(headers: HeaderList, body: Body | null): readonly string[] {
  const texts = [...headers.map(([, value]) => value), body?.text ?? '']
  return [...new Set(texts.flatMap((text) => text.match(SHAPE) ?? []))]
}

/** Reads a JWT, or gives undefined when its parts are no JSON objects. */
export function parseJwt(token: string): Jwt | undefined {
  const [first = '', second = ''] = token.split('.')
  const header = parseJsonObject(fromBase64Url(first) ?? '')
  const claims = parseJsonObject(fromBase64Url(second) ?? '')
  return header && claims ? { token, header, claims } : undefined
}

function fromBase64Url(text: string): string | undefined {
  if (!/^[\w-]+$/.test(text) || text.length % 4 === 1) return undefined
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return new TextDecoder().decode(Uint8Array.from(binary, (character) => character.charCodeAt(0)))
}

const TIMES: ReadonlySet<string> = new Set(['exp', 'iat', 'nbf', 'auth_time'])

/** What a claim means in words, where words help: a time, or an audience that is the server. */
export function toClaimNote(
  name: string,
  value: Json | undefined,
  seen: { readonly at: number; readonly server: string },
): string | null {
  if (TIMES.has(name) && typeof value === 'number') return toTimeNote(value * 1000, seen.at)
  if (name === 'aud') {
    const audiences = Array.isArray(value) ? value : [value]
    return audiences.includes(seen.server)
      ? 'This MCP server.'
      : 'Not the address of this MCP server.'
  }
  return null
}

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
] as const

function toTimeNote(at: number, seenAt: number): string | null {
  if (Math.abs(at) > 8.64e15) return null
  const away = at - seenAt
  const [unit, length] =
    UNITS.find(([, size]) => Math.abs(away) >= size) ?? (['second', 1000] as const)
  const words = new Intl.RelativeTimeFormat('en', { numeric: 'auto' }).format(
    Math.round(away / length),
    unit,
  )
  return `${new Date(at).toISOString().replace('.000Z', 'Z')}, ${words}`
}
