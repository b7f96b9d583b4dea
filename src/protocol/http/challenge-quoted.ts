import {
  afterSpace,
  backOver,
  isDelimiter,
  isParameterAt,
  isSpace,
  isTokenCharacter,
} from './challenge-text.ts'
import type { ChallengeFault } from './challenge.ts'

/** A quoted text as it was read: what it says, where reading goes on, what is wrong with it. */
export type QuotedText = {
  readonly value: string
  readonly to: number
  readonly faults: readonly ChallengeFault[]
}

/**
 * Reads the quoted-string that opens at `open` (RFC 9110 section 5.6.4). A quote that cannot be the end counts
 * as text when nothing follows it that a header may hold, and as the opening of the next parameter when
 * `name=` stands before it: then the end of this one was forgotten.
 */
export function readQuoted(text: string, open: number): QuotedText {
  const inner: number[] = []
  for (let at = open + 1; at < text.length; at += 1) {
    if (text[at] === '\\') {
      at += 1
      continue
    }
    if (text[at] !== '"') continue
    const quote = judgeQuote(text, open, at)
    if (quote.kind === 'closes') return closeAt(text, { open, close: at, inner })
    if (quote.kind === 'opens-the-next') return leaveOpen(text, open, quote.cut)
    inner.push(at)
  }
  const close = inner.pop()
  if (close !== undefined) return closeAt(text, { open, close, inner })
  return leaveOpen(text, open, findCut(text, open))
}

type Quote =
  | { readonly kind: 'closes' }
  | { readonly kind: 'is-text' }
  | { readonly kind: 'opens-the-next'; readonly cut: number }

function judgeQuote(text: string, open: number, at: number): Quote {
  const next = text[at + 1]
  if (next === undefined || isDelimiter(next)) return { kind: 'closes' }
  const cut = cutBefore(text, open + 1, at)
  if (cut !== undefined) return { kind: 'opens-the-next', cut }
  if (next !== '"' && !isTokenCharacter(next)) return { kind: 'closes' }
  return isParameterAt(text, at + 1) ? { kind: 'closes' } : { kind: 'is-text' }
}

/** Where `, name=` begins when it stands right before a quote. */
function cutBefore(text: string, floor: number, quote: number): number | undefined {
  const equals = backOver(text, { floor, at: quote }, isSpace) - 1
  if (equals < floor || text[equals] !== '=') return undefined
  const nameEnd = backOver(text, { floor, at: equals }, isSpace)
  const name = backOver(text, { floor, at: nameEnd }, isTokenCharacter)
  const cut = backOver(text, { floor, at: name }, isDelimiter)
  return name < nameEnd && cut < name ? cut : undefined
}

/** Where a text that is never closed should have ended: before the next `, name=`, else at the end. */
function findCut(text: string, open: number): number {
  let comma = text.indexOf(',', open + 1)
  while (comma !== -1) {
    if (isParameterAt(text, afterSpace(text, comma + 1))) return comma
    comma = text.indexOf(',', comma + 1)
  }
  return text.length
}

function closeAt(
  text: string,
  at: { readonly open: number; readonly close: number; readonly inner: readonly number[] },
): QuotedText {
  const quotes = at.inner.map((place): ChallengeFault => ({
    kind: 'bad-character',
    span: [place, place + 1],
    says: `The quote at column ${place + 1} stands inside a quoted text and needs a backslash before it.`,
  }))
  return {
    value: unescape(text.slice(at.open + 1, at.close)),
    to: at.close + 1,
    faults: [...quotes, ...controlFaults(text, at.open + 1, at.close)],
  }
}

function leaveOpen(text: string, open: number, cut: number): QuotedText {
  const fault: ChallengeFault = {
    kind: 'unterminated-quote',
    span: [open, cut],
    says: `The quote that opens at column ${open + 1} is never closed.`,
  }
  return {
    value: unescape(text.slice(open + 1, cut)),
    to: cut,
    faults: [fault, ...controlFaults(text, open + 1, cut)],
  }
}

function unescape(text: string): string {
  return text.replaceAll(/\\([\s\S])/g, '$1')
}

/** A tab is the only control character that a quoted text may hold. */
function controlFaults(text: string, from: number, to: number): readonly ChallengeFault[] {
  const faults: ChallengeFault[] = []
  for (let at = from; at < to; at += 1) {
    const start = at
    while (at < to && isControl(text.charCodeAt(at))) at += 1
    if (at === start) continue
    faults.push({
      kind: 'bad-character',
      span: [start, at],
      says: `Column ${start + 1} holds a control character, which no header value may.`,
    })
  }
  return faults
}

function isControl(code: number): boolean {
  return (code < 0x20 && code !== 0x09) || code === 0x7f
}
