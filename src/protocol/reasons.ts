import type { StepId } from './http/exchange.ts'
import { RULES } from './rules/index.ts'
import { WHY } from './rules/why.ts'
import type { Culprit, Rule } from './run/rule.ts'
import { REFERENCES } from './spec/references.ts'
import { REVISIONS, type Revision, isAtLeast } from './spec/revisions.ts'
import { STEPS } from './steps/index.ts'

/** A rule in words: all there is to say about it without a run. */
export type ToldRule = {
  readonly code: string
  /** What it asks, as a sentence without its full stop. */
  readonly title: string
  readonly why: string
  readonly level: Rule['level']
  /** The revisions that ask for it, oldest first. */
  readonly revisions: readonly Revision[]
  /** The step that it judges, by its title. */
  readonly step: { readonly id: StepId; readonly title: string }
  readonly stops: boolean
  readonly culprit: Culprit
  readonly spec: readonly { readonly title: string; readonly url: string }[]
}

/** Every rule with its reason, by code. A door of its own, as only the pages about rules need it. */
export const TOLD_RULES: readonly ToldRule[] = RULES.map(tell)

function tell(rule: Rule): ToldRule {
  const { id: code, title, level, stops, culprit, spec } = rule
  return {
    code,
    title,
    why: WHY[code] ?? '',
    level,
    revisions: REVISIONS.filter((revision) => isIn(rule, revision)),
    step: { id: rule.step, title: titleOfStep(rule.step) },
    stops,
    culprit,
    spec: spec.map((id) => REFERENCES[id]),
  }
}

/** What a step is called; an id that is none stands for itself. */
export function titleOfStep(step: string): string {
  return STEPS.find(({ id }) => id === step)?.title ?? step
}

function isIn({ since, until }: Rule, revision: Revision): boolean {
  return (!since || isAtLeast(revision, since)) && (!until || isAtLeast(until, revision))
}
