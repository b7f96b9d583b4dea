import { REVISIONS, isRevision } from '../../protocol/index.ts'
import type { ToldRule } from '../../protocol/reasons.ts'
import { type Family, RULE_FAMILIES, familyOf } from './families.ts'

/** What the list of rules is narrowed down by; an empty text leaves that member open. */
export type RuleFilter = {
  readonly words: string
  readonly family: string
  readonly culprit: string
  readonly level: string
  readonly revision: string
}

export const NO_FILTER: RuleFilter = { words: '', family: '', culprit: '', level: '', revision: '' }

const NAMES = Object.keys(NO_FILTER).filter((name): name is keyof RuleFilter => name in NO_FILTER)

/** Reads a filter from the query of the page's address. */
export function readFilter(query: URLSearchParams): RuleFilter {
  return NAMES.reduce((filter, name) => ({ ...filter, [name]: query.get(name) ?? '' }), NO_FILTER)
}

/** The query that `readFilter` reads back. */
export function writeFilter(filter: RuleFilter): string {
  const query = new URLSearchParams()
  for (const name of NAMES) if (filter[name] !== '') query.set(name, filter[name])
  const rest = query.toString()
  return rest === '' ? '?rules' : `?rules&${rest}`
}

export type RuleGroup = Family & { readonly rules: readonly ToldRule[] }

/** The rules that pass the filter, by family, in the order of a walk. */
export function groupRules(rules: readonly ToldRule[], filter: RuleFilter): readonly RuleGroup[] {
  const passing = rules.filter((rule) => passes(rule, filter))
  return RULE_FAMILIES.map((family) => ({
    ...family,
    rules: passing.filter(({ code }) => familyOf(code) === family.id),
  })).filter((group) => group.rules.length > 0)
}

function passes(rule: ToldRule, { words, family, culprit, level, revision }: RuleFilter): boolean {
  const text = [rule.code, rule.title, rule.why].join(' ').toLowerCase()
  const wanted = words.toLowerCase().split(/\s+/)
  return (
    wanted.every((word) => text.includes(word)) &&
    (family === '' || familyOf(rule.code) === family) &&
    (culprit === '' || rule.culprit === culprit) &&
    (level === '' || rule.level === level) &&
    (!isRevision(revision) || rule.revisions.includes(revision))
  )
}

/** "all", "2025-11-25 and later", "2025-06-18 only", "up to 2025-11-25". */
export function toRevisionWords(revisions: readonly string[]): string {
  const first = revisions[0] ?? ''
  const last = revisions.at(-1) ?? ''
  if (revisions.length === REVISIONS.length) return 'all'
  if (revisions.length === 1) return `${first} only`
  if (last === REVISIONS.at(-1)) return `${first} and later`
  return first === REVISIONS[0] ? `up to ${last}` : `${first} to ${last}`
}
