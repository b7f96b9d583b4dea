import { type Json, isJsonArray, isJsonObject } from '../../protocol/index.ts'

/** One line of a text that is shown with a fixed height: its indent, a member's name, and what it holds. */
export type TextLine = {
  readonly depth: number
  /** JSON Pointer (RFC 6901) of the value that begins on this line; null for a line that begins none. */
  readonly pointer: string | null
  readonly key: string | null
  readonly text: string
  readonly kind: 'string' | 'number' | 'word' | 'bracket' | 'raw' | 'remark'
  readonly comma: boolean
}

/** A string longer than this is cut on screen: one line of a megabyte stalls a browser. */
const LONGEST = 4000

/** Lays a JSON value out in lines, as `JSON.stringify` with an indent of two would. */
export function toJsonLines(value: Json): readonly TextLine[] {
  const lines: TextLine[] = []
  addValue(lines, value, { depth: 0, pointer: '', key: null, comma: false })
  return lines
}

type Place = Pick<TextLine, 'depth' | 'key' | 'comma'> & { readonly pointer: string }

function addValue(lines: TextLine[], value: Json, place: Place): void {
  if (isJsonArray(value)) {
    const entries = value.map((entry, index) => [null, entry, String(index)] as const)
    addGroup(lines, entries, { ...place, brackets: '[]' })
  } else if (isJsonObject(value)) {
    const entries = Object.entries(value).map(
      ([name, member]) => [name, member ?? null, name] as const,
    )
    addGroup(lines, entries, { ...place, brackets: '{}' })
  } else lines.push({ ...place, ...toLeaf(value) })
}

function toLeaf(value: null | boolean | number | string): Pick<TextLine, 'text' | 'kind'> {
  if (typeof value !== 'string') {
    return { text: String(value), kind: typeof value === 'number' ? 'number' : 'word' }
  }
  if (value.length <= LONGEST) return { text: JSON.stringify(value), kind: 'string' }
  const rest = value.length - LONGEST
  return {
    text: `${JSON.stringify(value.slice(0, LONGEST))} … ${rest} more characters`,
    kind: 'string',
  }
}

type Entry = readonly [key: string | null, value: Json, token: string]

function addGroup(
  lines: TextLine[],
  entries: readonly Entry[],
  { brackets, ...place }: Place & { readonly brackets: '[]' | '{}' },
): void {
  const [open = '', close = ''] = brackets
  if (entries.length === 0) {
    lines.push({ ...place, text: brackets, kind: 'bracket' })
    return
  }
  lines.push({ ...place, text: open, kind: 'bracket', comma: false })
  entries.forEach(([key, value, token], index) => {
    addValue(lines, value, {
      depth: place.depth + 1,
      pointer: `${place.pointer}/${escapeToken(token)}`,
      key,
      comma: index < entries.length - 1,
    })
  })
  lines.push({ ...place, pointer: null, key: null, text: close, kind: 'bracket' })
}

function escapeToken(token: string): string {
  return token.replaceAll('~', '~0').replaceAll('/', '~1')
}

/** The line on which the value of a pointer begins; for one that is not there, its nearest ancestor's. */
export function findLine(lines: readonly TextLine[], pointer: string): number {
  const at = lines.findIndex((line) => line.pointer === pointer)
  if (at !== -1 || pointer === '') return Math.max(0, at)
  return findLine(lines, pointer.slice(0, pointer.lastIndexOf('/')))
}

/** The characters of a line as they stand on screen, without its indent. */
export function toLineText(line: TextLine): string {
  const key = line.key === null ? '' : `${JSON.stringify(line.key)}: `
  return `${key}${line.text}${line.comma ? ',' : ''}`
}
