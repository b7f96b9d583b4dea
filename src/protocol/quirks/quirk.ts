import type { Evidence } from '../run/rule.ts'
import type { RunRecord } from './record.ts'

/** What was seen in a run, with the values, and where it shows. */
export type Sighting = {
  readonly says: string
  readonly evidence: readonly [Evidence, ...Evidence[]]
}

/** Looks for one thing in a run. */
export type Look = (record: RunRecord) => Sighting | undefined

/** A public report of a quirk. The date is the report's: vendors mend things. */
export type Source = { readonly title: string; readonly url: string; readonly date: string }

/** An oddity that people have met in the wild, by its number in our list. */
export type Quirk = {
  readonly id: `Q${number}`
  /** The findings beside which it belongs. When none of them failed it is a note of its own. */
  readonly rules: readonly string[]
  /** Its form on the wire. Without one, the provider alone is reason enough to tell of it. */
  readonly sees?: Look
  /** Worth a note as soon as the provider is recognised, though nothing of it was seen in this run. */
  readonly foretold?: true
  /** What the provider or kind of server does. */
  readonly does: string
  /** What to do about it. */
  readonly advice: string
  readonly source: Source
}

/** A product that can be known by what it sends, and its known traps. */
export type Provider = {
  readonly id: string
  readonly name: string
  /** Each of these is proof enough; the first that sees something is shown. */
  readonly marks: readonly [Look, ...Look[]]
  readonly quirks: readonly Quirk[]
}

/** A thread of a repository on GitHub: `owner/name/issues/1`. */
export function thread(path: string, date: string): Source {
  const [owner, name, , number] = path.split('/')
  return { title: `${owner}/${name} #${number}`, url: `https://github.com/${path}`, date }
}
