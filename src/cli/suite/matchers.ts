import type { FlowMatchers, FlowRun } from './api.ts'
import { sayCause, sayEnd, sayFinding } from './say-run.ts'

/** What a matcher gives: whether it holds, and the words for when it should have been the other way. */
type Judged = { readonly pass: boolean; readonly says: string }

/** The matchers, which judge nothing by themselves: they ask what the run says. */
export const MATCHERS: FlowMatchers = {
  toReachTools: (run) => told('toReachTools', judgeTools(run)),
  toHaveNoErrors: (run) => told('toHaveNoErrors', judgeErrors(run)),
  toHaveCause: (run, rule) => told('toHaveCause', judgeCause(run, rule)),
  toLetIn: (run, client) => told('toLetIn', judgeClient(run, client)),
}

function judgeTools(run: FlowRun): Judged {
  const pass = run.status === 'passed'
  return { pass, says: pass ? sayEnd(run) : `${sayEnd(run)}\n\n${sayCause(run)}` }
}

function judgeErrors(run: FlowRun): Judged {
  if (run.status === null) return { pass: false, says: sayEnd(run) }
  const errors = run.findings.filter(({ severity }) => severity === 'error')
  if (errors.length === 0) return { pass: true, says: `${run.server} breaks no rule as an error.` }
  const count = errors.length === 1 ? 'one rule as an error' : `${errors.length} rules as errors`
  const blocks = errors.map(sayFinding).join('\n\n')
  return { pass: false, says: `${run.server} breaks ${count}.\n\n${blocks}` }
}

function judgeCause(run: FlowRun, rule: string): Judged {
  if (run.cause === rule) return { pass: true, says: `${sayEnd(run)}\n\n${sayCause(run)}` }
  const seen = run.cause === null ? 'there is no cause' : `the cause is ${run.cause}`
  return { pass: false, says: `Expected the cause ${rule}, but ${seen}. ${judgeTools(run).says}` }
}

function judgeClient(run: FlowRun, id: string): Judged {
  const client = run.clients.find((each) => each.id === id)
  if (!client) return { pass: false, says: toMissing(run, id) }
  const { name, verdict, why, flip } = client
  const words = { works: 'gets in', fails: 'does not get in', unknown: 'may or may not get in' }
  const change = flip === null ? '' : `\n  Fix: ${flip}`
  return { pass: verdict === 'works', says: `${name} ${words[verdict]}: ${why}${change}` }
}

function toMissing({ clients }: FlowRun, id: string): string {
  if (clients.length === 0)
    return `Nothing is foretold of ${id}, as the walk did not come to an end.`
  const known = clients.map((client) => client.id).join(', ')
  return `There is no client "${id}"; there are ${known}.`
}

function told(name: keyof FlowMatchers, { pass, says }: Judged) {
  return { name, pass, message: () => says }
}
