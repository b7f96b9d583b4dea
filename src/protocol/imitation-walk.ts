import { type ImitationName, IMITATIONS, imitate, isImitationName } from '../sandbox/providers.ts'
import { type PracticeWalk, practise } from './practice-walk.ts'
import { type KnownQuirk, quirksFor } from './quirks.ts'
import type { RunDocument } from './run/document.ts'

/** What must be told of an imitated quirk, for tests. */
export type Told = {
  /** The provider that must be named; null where none may be. */
  readonly of: string | null
  /** The failed rules beside which it must stand; none for a note. */
  readonly beside: readonly string[]
  /** What its words must say. */
  readonly words: string
  /** Other quirks that cannot but be seen with it. */
  readonly also?: readonly string[]
  readonly walk?: PracticeWalk
}

/** A row for each imitation, with what must be told of it. */
export function toRows(told: Readonly<Record<string, Told>>): (readonly [ImitationName, Told])[] {
  return Object.entries(told).flatMap(([name, each]) =>
    isImitationName(name) ? [[name, each] as const] : [],
  )
}

/** What is told in truth: of a walk with the habits, and of one without them at the same addresses. */
export async function observe(name: ImitationName, { walk = {}, words }: Told) {
  const { quirk: id } = IMITATIONS[name]
  const sandbox = { ...imitate(name), ...walk.sandbox }
  const { server, issuer } = sandbox
  // Who is stranded at the authorization server pastes the address that is there.
  const { document } = await practise({ pastes: true, ...walk, sandbox })
  const plain = await practise({ ...walk, sandbox: { server, issuer, ...walk.sandbox } })
  const { providers, quirks } = quirksFor(document)
  const quirk = quirks.find((each) => each.id === id)
  const text = quirk ? [quirk.does, quirk.seen, quirk.advice].join(' ') : ''
  return {
    of: providers.map((provider) => provider.name),
    beside: quirk?.rules,
    words: text.includes(words) ? words : text,
    also: quirks.filter((each) => each !== quirk && isSeen(each)).map((each) => each.id),
    astray: [...providers, ...quirks].flatMap((each) => findAstray(document, each)),
    withoutIt: quirksFor(plain.document).quirks.filter((each) => each.id === id && isSeen(each)),
  }
}

/** What `observe` gives when the claim is right. */
export function claimOf({ of, beside, words, also = [] }: Told) {
  return { of: of === null ? [] : [of], beside, words, also, astray: [], withoutIt: [] }
}

/** Something of it was in the run; it is not only foretold. */
function isSeen({ rules, seen }: KnownQuirk): boolean {
  return rules.length > 0 || seen !== null
}

function findAstray({ exchanges }: RunDocument, { evidence }: Pick<KnownQuirk, 'evidence'>) {
  return evidence.filter(({ exchange }) => exchanges.every(({ id }) => id !== exchange))
}
