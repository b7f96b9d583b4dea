import { type Body, parseJson } from '../../protocol/index.ts'
import { type TextLine, toJsonLines } from '../parts/json-lines.ts'

/** A body laid out to be read, and whether that differs from its raw text. */
export type BodyLines = {
  readonly kind: 'json' | 'events' | 'text'
  readonly lines: readonly TextLine[]
}

/** Lays a body out: JSON in lines, the events of a stream one after another, anything else as it came. */
export function toBodyLines(body: Body, type: string | undefined): BodyLines {
  if (type === 'text/event-stream') return { kind: 'events', lines: toEventLines(body.text) }
  const text = body.text.trim()
  const reading = /^[[{"]/.test(text) ? parseJson(text) : undefined
  return reading?.kind === 'value'
    ? { kind: 'json', lines: toJsonLines(reading.value) }
    : { kind: 'text', lines: toRawLines(body.text) }
}

/** The text as it came, line by line. */
export function toRawLines(text: string): readonly TextLine[] {
  return text.split(/\r?\n/).map((line) => toLine(line, 'raw'))
}

function toLine(text: string, kind: 'raw' | 'remark'): TextLine {
  return { depth: 0, pointer: null, key: null, text, kind, comma: false }
}

function toEventLines(text: string): readonly TextLine[] {
  const events = text.split(/(?:\r?\n){2,}/).filter((event) => event.trim() !== '')
  return events.flatMap((event, index) => {
    const fields = event.split(/\r?\n/)
    const data = fields
      .filter((field) => field.startsWith('data:'))
      .map((field) => field.slice('data:'.length).replace(/^ /, ''))
      .join('\n')
    const rest = fields.filter((field) => !field.startsWith('data:')).join(', ')
    const reading = parseJson(data)
    const head = toLine(`Event ${index + 1}${rest === '' ? '' : ` (${rest})`}`, 'remark')
    const lines = reading.kind === 'value' ? toJsonLines(reading.value) : toRawLines(data)
    return data === '' ? [head] : [head, ...lines]
  })
}

const CUTS: { readonly [cut in NonNullable<Body['cut']>]: string } = {
  size: 'The body goes on; it was read up to the limit and then left.',
  answered: 'The stream was left here: it had given its answer.',
  failed: 'The connection broke here.',
  timeout: 'Time ran out here.',
  stopped: 'The walk was stopped here.',
}

/** Why a body is not whole, or null when it is. */
export function toCutSentence(body: Body): string | null {
  return body.cut === undefined ? null : CUTS[body.cut]
}
