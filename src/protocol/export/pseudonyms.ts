import { OPEN_WORDS, type SecretKind } from './secret-places.ts'

/** Stand-ins for secrets: the same secret always gets the same one. */
export type Pseudonyms = {
  /** The stand-in for a secret. `spellings` are other ways in which the same secret was written. */
  for(kind: SecretKind, secret: string, spellings?: readonly string[]): string
  /** Secrets that are long enough to be told from chance, with their stand-ins. */
  readonly known: ReadonlyMap<string, string>
  /** How many secrets have a stand-in, short ones too. */
  count(): number
}

/** The shortest secret that is hunted for outside its own place. */
export const SHORTEST = 8

const STAND_IN = /redacted-([a-z]+(?:-[a-z]+)*)-(\d+)/g
const SPLIT = /(redacted-[a-z]+(?:-[a-z]+)*-\d+)/

/** A text cut into pieces, of which every second one is a stand-in. */
export function splitAtPseudonyms(text: string): readonly string[] {
  return text.includes('redacted-') ? text.split(SPLIT) : [text]
}

/** True when a value is a stand-in already, or begins with one. */
export function isPseudonym(value: string): boolean {
  return value.search(STAND_IN) === 0
}

/** Makes stand-ins that differ from those that `texts` hold already. */
export function createPseudonyms(texts: Iterable<string>): Pseudonyms {
  const counts = countTaken(texts)
  const all = new Map<string, string>()
  const known = new Map<string, string>()
  return {
    known,
    count: () => all.size,
    for(kind, secret, spellings = []) {
      const written = [secret, ...spellings]
      const standIn = written.map((text) => all.get(text)).find((found) => found !== undefined)
      const chosen = standIn ?? `redacted-${kind}-${next(counts, kind)}`
      for (const text of written) {
        all.set(text, chosen)
        if (isHunted(text)) known.set(text, chosen)
      }
      return chosen
    },
  }
}

function isHunted(secret: string): boolean {
  return secret.length >= SHORTEST && !OPEN_WORDS.has(secret) && !/^https?:\/\/\S*$/.test(secret)
}

function next(counts: Map<string, number>, kind: string): number {
  const number = (counts.get(kind) ?? 0) + 1
  counts.set(kind, number)
  return number
}

function countTaken(texts: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>()
  for (const text of texts) {
    for (const [, kind = '', number = '0'] of text.matchAll(STAND_IN)) {
      counts.set(kind, Math.max(counts.get(kind) ?? 0, Number(number.slice(0, 9))))
    }
  }
  return counts
}
