import { STEP_IDS } from '../http/exchange.ts'
import type { ClientProfile } from '../run/client.ts'
import { type Finding, type Rule, type Verdict, severityOf } from '../run/rule.ts'
import { type Run, revisionOf } from '../run/run.ts'
import { isAtLeast } from '../spec/revisions.ts'
import { covered } from './covered.ts'
import { RULES } from './index.ts'
import { policyOf } from './policy-of.ts'
import { candidatesOf, stopsHere } from './stops.ts'
import { cannotTell, notApplicable } from './verdict.ts'

/**
 * Asks every rule about a run. A rule of another revision does not apply; a rule that throws is our own defect and
 * cannot tell, and the others go on.
 */
export function judge(
  run: Run,
  client: ClientProfile,
  rules: readonly Rule[] = RULES,
): readonly Finding[] {
  return rules.map((rule) => toFinding(rule, checkSafely(rule, run, client)))
}

/** `judge` for tests: what a rule throws comes through. */
export function judgeStrictly(
  run: Run,
  client: ClientProfile,
  rules: readonly Rule[] = RULES,
): readonly Finding[] {
  return rules.map((rule) => toFinding(rule, checkInRevision(rule, run, client)))
}

/**
 * The rule that ends the walk here: the first failing one, by step and then by list, that a client must not or cannot
 * go past and that the person has not chosen to go past.
 */
export function gate(
  run: Run,
  client: ClientProfile,
  rules: readonly Rule[] = STOPPING,
): Finding | undefined {
  const { refusesAt } = policyOf(run, client)
  const own = refusesAt.length > 0 ? RULES.filter(({ id }) => refusesAt.includes(id)) : []
  for (const rule of [...candidatesOf(run, rules), ...own]) {
    if (run.continued.includes(rule.id) || run.steps[rule.step].result === undefined) continue
    const verdict = checkSafely(rule, run, client)
    if (verdict.kind === 'fail' && stopsHere({ rule, verdict, run, client })) {
      return toFinding(rule, verdict)
    }
  }
  return undefined
}

/** The rules that can end a walk, in the order of the flow. */
export const STOPPING: readonly Rule[] = RULES.filter((rule) => rule.stops).toSorted(
  (a, b) => STEP_IDS.indexOf(a.step) - STEP_IDS.indexOf(b.step),
)

function checkSafely(rule: Rule, run: Run, client: ClientProfile): Verdict {
  try {
    return checkInRevision(rule, run, client)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return cannotTell(`This rule failed: our defect (${message})`)
  }
}

function checkInRevision(rule: Rule, run: Run, client: ClientProfile): Verdict {
  const revision = revisionOf(run)
  if (rule.since && !isAtLeast(revision, rule.since)) {
    return notApplicable(`Asked for since ${rule.since}; this run follows ${revision}`)
  }
  if (rule.until && !isAtLeast(rule.until, revision)) {
    return notApplicable(`Asked for until ${rule.until}; this run follows ${revision}`)
  }
  return covered(run, rule.check(run, client))
}

function toFinding(rule: Rule, verdict: Verdict): Finding {
  return { rule, severity: severityOf(rule.level), verdict }
}
