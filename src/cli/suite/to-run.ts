import { toReportedTarget } from '../../protocol/reports.ts'
import { toKnownLines } from '../flow/known.ts'
import type { Target } from '../flow/target.ts'
import type { Ending } from '../flow/walk-target.ts'
import type { FlowRun } from './api.ts'

/** What a suite is told of a walk: the boiled-down run, and the document for whoever wants it all. */
export function toRun({ name, server }: Target, { document, problem, hint }: Ending): FlowRun {
  const { status, step, cause, summary, fix, findings } = toReportedTarget(document, {
    name,
    differences: [],
    problem: problem ?? null,
    hint: hint ?? null,
    milliseconds: 0,
    known: document ? toKnownLines(document) : [],
    baseline: null,
    file: null,
    files: [],
    expectedRules: [],
  })
  return {
    server,
    status,
    step,
    cause,
    summary,
    fix,
    problem: problem ?? null,
    hint: hint ?? null,
    tools: document?.tools.map((tool) => tool.name) ?? [],
    findings,
    clients: document?.clients ?? [],
    document: document ?? null,
  }
}
