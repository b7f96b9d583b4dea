import type { FlowFinding, FlowRun } from './api.ts'

/** How a walk ended, in one sentence. */
export function sayEnd({ server, status, step, problem, tools }: FlowRun): string {
  if (status === null) return `The walk of ${server} left no run: ${problem ?? 'nobody knows why'}.`
  const end = `The walk of ${server} ${status}`
  if (status === 'passed') return `${end}: it reached ${tools.length} tools.`
  return `${end}${step === null ? '' : ` at ${step}`}${problem === null ? '.' : `: ${problem}.`}`
}

/** Why it ended so: the rule that is the cause, or what the page says of it. */
export function sayCause(run: FlowRun): string {
  const found = run.findings.find(({ rule }) => rule === run.cause)
  const rest = run.hint === null ? [] : [`  ${run.hint}`]
  if (found) return [sayFinding(found), ...rest].join('\n')
  const fix = run.fix === null ? [] : [`  Fix: ${run.fix}`]
  return [...(run.summary === null ? [] : [run.summary]), ...fix, ...rest].join('\n')
}

/** A broken rule with its fix, its proof, and the section that demands it. */
export function sayFinding({ rule, name, says, fix, at, spec }: FlowFinding): string {
  const sections = spec.map(({ title, url }) => `  See: ${title}, ${url}`)
  return [
    `${rule} ${name}: ${says}`,
    ...(fix === null ? [] : [`  Fix: ${fix}`]),
    ...(at === null ? [] : [`  Evidence: ${at}`]),
    ...sections,
  ].join('\n')
}
