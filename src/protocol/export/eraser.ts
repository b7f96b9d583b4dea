import { toBase64 } from '../http/base64.ts'
import { SHORTEST, splitAtPseudonyms } from './pseudonyms.ts'

type Target = { readonly text: string; readonly standIn: string }

/** What a sentence sets where it cuts a value short. */
const ELLIPSIS = '…'

/**
 * Makes a function that replaces every secret in a text, wherever and in whatever spelling it stands: as it is,
 * encoded for addresses, forms or JSON, cut short by a sentence, or anywhere inside a base64 text. Stand-ins that are there already stay.
 */
export function createEraser(secrets: ReadonlyMap<string, string>): (text: string) => string {
  const targets = new Map<string, Target[]>()
  const marks = new Uint8Array(0x10000)
  for (const [secret, standIn] of secrets) {
    for (const text of spellingsOf(secret)) {
      const head = text.slice(0, SHORTEST)
      targets.set(head, [...(targets.get(head) ?? []), { text, standIn }])
      marks[markOf(text, 0)] = 1
    }
  }
  for (const list of targets.values()) list.sort((a, b) => b.text.length - a.text.length)
  if (targets.size === 0) return (text) => text
  const erasePiece = (piece: string): string =>
    erase(piece, (at) =>
      marks[markOf(piece, at)] === 1 ? findTarget(targets, piece, at) : undefined,
    )
  return (text) =>
    splitAtPseudonyms(text)
      .map((piece, index) => (index % 2 === 0 ? erasePiece(piece) : piece))
      .join('')
}

function markOf(text: string, at: number): number {
  return (text.charCodeAt(at) * 257 + text.charCodeAt(at + 1)) % 0x10000
}

function findTarget(
  targets: ReadonlyMap<string, readonly Target[]>,
  text: string,
  at: number,
): Target | undefined {
  const list = targets.get(text.slice(at, at + SHORTEST))
  return list?.find((target) => lengthAt(target, text, at) > 0)
}

/** How much of a secret stands there: all of it, or as much as a sentence shows before its "…"; else 0. */
function lengthAt(target: Target, text: string, at: number): number {
  if (text.startsWith(target.text, at)) return target.text.length
  const cut = text.slice(at, at + target.text.length).indexOf(ELLIPSIS)
  return cut >= SHORTEST && target.text.startsWith(text.slice(at, at + cut)) ? cut : 0
}

function erase(text: string, find: (at: number) => Target | undefined): string {
  const parts: string[] = []
  let from = 0
  for (let at = 0; at + SHORTEST <= text.length; at += 1) {
    const target = find(at)
    if (!target) continue
    parts.push(text.slice(from, at), target.standIn)
    from = at + lengthAt(target, text, at)
    at = from - 1
  }
  return parts.length === 0 ? text : parts.join('') + text.slice(from)
}

function spellingsOf(secret: string): ReadonlySet<string> {
  const form = new URLSearchParams([['', secret]]).toString().slice(1)
  const encoded = form.replaceAll('+', '%20').replaceAll(/%(?:21|27|28|29|7E)/g, decodeURIComponent)
  const json = JSON.stringify(secret).slice(1, -1)
  const spellings = [
    secret,
    form,
    encoded,
    toLowerHex(form),
    toLowerHex(encoded),
    encodeURIComponent(encoded),
    json,
    json.replaceAll('/', String.raw`\/`),
    JSON.stringify(json).slice(1, -1),
    ...base64Cores(secret),
  ]
  return new Set(spellings.filter((spelling) => spelling.length >= SHORTEST))
}

function toLowerHex(encoded: string): string {
  return encoded.replaceAll(/%[\dA-F]{2}/g, (escape) => escape.toLowerCase())
}

/**
 * What base64 makes of the secret wherever it begins: at each of the three places in a group of bytes, without the
 * signs that also depend on its neighbours.
 */
function base64Cores(secret: string): readonly string[] {
  const length = new TextEncoder().encode(secret).length
  return [0, 1, 2].flatMap((before) => {
    const whole = toBase64('\0'.repeat(before) + secret)
    const first = Math.ceil((before * 8) / 6)
    const last = Math.floor(((before + length) * 8) / 6)
    const core = whole.slice(first, last)
    return [core, core.replaceAll('+', '-').replaceAll('/', '_')]
  })
}
