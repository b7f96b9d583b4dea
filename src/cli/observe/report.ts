import type { Shown } from './behaviour.ts'
import { toLookupSource } from './lookup-source.ts'
import type { Sorted } from './sort-requests.ts'

/** The part of a client profile that observations are held against. */
export type Known = { readonly id: string; readonly differs: { readonly [field: string]: unknown } }

/** The order of requests, one line each. */
export function sayOrder(sorted: readonly Sorted[]): readonly string[] {
  return sorted.map(({ seen, kind }, index) => {
    const where = 'at' in kind ? ` at ${kind.at}${'of' in kind ? ` of ${kind.of}` : ''}` : ''
    return `${String(index + 1).padStart(3)}  ${seen.method.padEnd(4)} ${seen.url.split('?')[0]}  (${kind.is}${where})`
  })
}

/** What the authorization request asked for. */
export function sayAsked(sorted: readonly Sorted[]): readonly string[] {
  const url = sorted.find(({ kind }) => kind.is === 'authorization')?.seen.url
  if (url === undefined) return ['It never asked for authorization.']
  const { searchParams } = new URL(url)
  return ['scope', 'resource', 'redirect_uri', 'code_challenge_method'].map(
    (name) => `${name}: ${searchParams.get(name) ?? 'not sent'}`,
  )
}

/** In what the record is not as the profile has it; a field that the profile leaves open is news. */
export function sayDifferences(shown: readonly Shown[], { id, differs }: Known): readonly string[] {
  const lines = shown.flatMap(({ field, value, from }) => {
    const known = differs[field]
    if (known === null)
      return [`+ ${field}: ${JSON.stringify(value)}, which ${id} leaves open (${from})`]
    if (known === undefined || isLike(field, known, value)) return []
    return [
      `✗ ${field}: ${JSON.stringify(value)}, and ${id} has ${JSON.stringify(known)} (${from})`,
    ]
  })
  return lines.length > 0 ? lines : [`Nothing that ${id} would not do.`]
}

/** A record need not come to each lookup, nor show each way to register: what it shows must be there in that order. */
function isLike(field: string, known: unknown, value: unknown): boolean {
  if (!Array.isArray(known) || !Array.isArray(value))
    return JSON.stringify(known) === JSON.stringify(value)
  let from = 0
  return value.every((each: unknown) => {
    const at = known.findIndex((entry, index) => index >= from && holds(entry, each))
    from = at + (field === 'discovery' ? 1 : 0)
    return at >= 0
  })
}

function holds(entry: unknown, each: unknown): boolean {
  if (typeof each !== 'object' || each === null) return entry === each
  if (typeof entry !== 'object' || entry === null) return false
  const held = new Map(Object.entries(entry))
  return Object.entries(each).every(([name, value]) => {
    // An issuer on the MCP server's own origin is looked for as the issuer or as that origin: the wire is the same.
    return name === 'of' ? true : held.get(name) === value
  })
}

/** What can be pasted into `differs` of a profile. */
export function sayFragment(shown: readonly Shown[]): readonly string[] {
  return shown.map(({ field, value }) => {
    const isPlan = field === 'discovery' && Array.isArray(value)
    const source = isPlan ? `[${value.map(toLookupSource).join(', ')}]` : toSource(value)
    return `    ${field}: ${source},`
  })
}

/** A value as this house writes it: single quotes, and names without any. */
function toSource(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(toSource).join(', ')}]`
  if (typeof value === 'string') return `'${value}'`
  if (typeof value !== 'object' || value === null) return String(value)
  const members = Object.entries(value).map(([name, held]) => `${name}: ${toSource(held)}`)
  return `{ ${members.join(', ')} }`
}
