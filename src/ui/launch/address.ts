import type { HeaderList } from '../../protocol/index.ts'
import { isBlockedPort } from './blocked-ports.ts'
import { type Pasted, readPasted } from './pasted.ts'

/** What stands in the address field. */
export type AddressReading =
  | { readonly kind: 'empty' }
  /** `url` is the very string to ask; `notes` tell what was assumed, `warnings` what will likely go wrong. */
  | {
      readonly kind: 'server'
      readonly url: string
      readonly headers: HeaderList
      readonly notes: readonly string[]
      readonly warnings: readonly string[]
    }
  /** The text is a saved run, to be opened instead of walked. */
  | { readonly kind: 'run-file'; readonly text: string }
  | { readonly kind: 'problem'; readonly says: string }

/**
 * Reads the address of an MCP server as people have it at hand: a URL with or without a scheme, a `claude mcp add`
 * line, a JSON configuration block, a cURL line. The URL is kept as written; only a fragment is cut off.
 */
export function readAddress(text: string): AddressReading {
  const trimmed = text.trim()
  if (trimmed === '') return { kind: 'empty' }
  const pasted = readPasted(trimmed)
  switch (pasted.kind) {
    case 'plain':
      return readUrl(trimmed, { headers: [], notes: [] })
    case 'found':
      return readUrl(pasted.url, pasted)
    case 'run-file':
    case 'problem':
      return pasted
  }
}

type Source = Pick<Extract<Pasted, { kind: 'found' }>, 'headers' | 'notes'>

function readUrl(written: string, source: Source): AddressReading {
  const assumed = toAssumedScheme(written)
  const [withoutFragment = ''] = (assumed?.url ?? written).split('#', 1)
  const parsed = parseUrl(withoutFragment)
  const refusal = parsed ? findRefusal(written, parsed) : notAUrl(written)
  if (!parsed || refusal !== undefined) return problem(refusal ?? notAUrl(written))
  const notes = [...source.notes]
  if (assumed) notes.push(assumed.note)
  if (written.includes('#')) notes.push('The part after # is left out: it never reaches a server.')
  return {
    kind: 'server',
    url: withoutFragment,
    headers: source.headers,
    notes,
    warnings: findWarnings(parsed),
  }
}

function toAssumedScheme(written: string): { url: string; note: string } | undefined {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(written)) return undefined
  if (/^(?:javascript|data|mailto|file|blob|about|urn|vbscript|view-source):/i.test(written)) {
    return undefined
  }
  const bare = written.replace(/^\/\//, '')
  const scheme = LOOPBACK.test(hostOf(bare)) ? 'http' : 'https'
  const url = `${scheme}://${bare}`
  return { url, note: `No scheme given: ${scheme}:// is assumed.` }
}

const LOOPBACK = /^(?:localhost|[a-z0-9.-]+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i

function hostOf(bare: string): string {
  return /^(?:\[[^\]]*\]|[^:/?#]*)/.exec(bare)?.[0] ?? ''
}

function parseUrl(text: string): URL | undefined {
  if (/\s/.test(text)) return undefined
  return URL.canParse(text) ? new URL(text) : undefined
}

function notAUrl(written: string): string {
  return `“${cut(written)}” is not a web address. An MCP server's address looks like https://tools.example/mcp.`
}

function findRefusal(written: string, url: URL): string | undefined {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    return `“${cut(written)}” has the scheme ${url.protocol}, and only https: and http: can be walked.`
  }
  if (url.username !== '' || url.password !== '') {
    return `“${cut(withoutPassword(written))}” holds a user name or password, and browsers refuse to fetch such an address. Take it out; credentials go under Advanced.`
  }
  if (isBlockedPort(url.port)) {
    return `Port ${url.port} is one that every browser refuses to connect to. Serve ${url.hostname} on another port.`
  }
  if (isLoneWord(written) || url.hostname.startsWith('.')) return notAUrl(written)
  return undefined
}

/** A single word is far more likely a slip than the name of a host, unless a scheme, port or path goes with it. */
function isLoneWord(written: string): boolean {
  return !/[.:/[]/.test(written) && !LOOPBACK.test(written)
}

function withoutPassword(written: string): string {
  return written.replace(/\/\/[^/@]*@/, '//…@')
}

function findWarnings(url: URL): readonly string[] {
  if (url.protocol !== 'http:' || LOOPBACK.test(url.hostname)) return []
  return [
    `${url.host} is asked over http: everything, tokens included, travels unencrypted, and clients refuse it. MCP servers must use https outside of loopback.`,
  ]
}

function problem(says: string): AddressReading {
  return { kind: 'problem', says }
}

function cut(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}
