import { type Report, type ReportedTarget, toReport } from './report.ts'

/** Text that tries to be more than text, wherever reports put it. */
export const HOSTILE =
  '</system-out>]]><script>alert(1)</script> | a"b\' \u0000\u001B[2J\u202E\uD800 [x](javascript:1)\n::error::no'

/** A target for tests: what a test does not name has the value of one that passed. */
export function buildTarget(change: Partial<ReportedTarget> = {}): ReportedTarget {
  const differences = change.differences ?? []
  return {
    name: 'production',
    server: 'https://a.example/mcp',
    asExpected: differences.length === 0,
    status: 'passed',
    step: null,
    cause: null,
    culprit: null,
    summary: 'Connected: 2 tools.',
    fix: null,
    problem: null,
    hint: null,
    milliseconds: 1234,
    startedAt: 0,
    revision: '2026-07-28',
    client: 'spec',
    steps: [{ id: 'challenge', status: 'passed' }],
    tools: 2,
    findings: [],
    known: [],
    baseline: null,
    clients: {
      works: ['Claude'],
      fails: ['ChatGPT'],
      unknown: [],
      change: { says: 'Serve the metadata there too.', lets: ['ChatGPT'] },
    },
    file: 'production.run.json',
    files: ['production.har'],
    ...change,
    differences,
  }
}

/** One that failed, and was not expected to. */
export function buildFailure(change: Partial<ReportedTarget> = {}): ReportedTarget {
  return buildTarget({
    name: 'staging',
    status: 'failed',
    step: 'resource-metadata',
    cause: 'PRM-07',
    culprit: 'server',
    summary: 'The metadata names another resource.',
    fix: 'Set "resource" to https://a.example/mcp.',
    differences: ['expected passed, but it failed'],
    tools: 0,
    findings: [
      {
        rule: 'PRM-07',
        name: 'resource-is-the-url',
        title: 'The metadata names the URL that was asked for',
        severity: 'error',
        culprit: 'server',
        says: 'It names https://b.example/mcp.',
        fix: 'Set "resource" to https://a.example/mcp.',
        at: '/resource in the body of GET https://a.example/x',
        spec: [{ title: 'RFC 9728 §3.3', url: 'https://www.rfc-editor.org/rfc/rfc9728' }],
        expected: false,
      },
    ],
    ...change,
  })
}

/** A target that says hostile things in every member that a server's words can get into. */
export function buildHostile(): ReportedTarget {
  const [finding] = buildFailure().findings
  return buildFailure({
    name: HOSTILE,
    server: HOSTILE,
    summary: HOSTILE,
    fix: HOSTILE,
    problem: HOSTILE,
    hint: HOSTILE,
    known: [HOSTILE],
    differences: [HOSTILE],
    findings: finding ? [{ ...finding, title: HOSTILE, says: HOSTILE, at: HOSTILE }] : [],
    clients: {
      works: [HOSTILE],
      fails: [],
      unknown: [],
      change: { says: HOSTILE, lets: [HOSTILE] },
    },
    file: `${HOSTILE}.run.json`,
    files: [],
  })
}

/** A report for tests. */
export function buildReport(
  targets: readonly ReportedTarget[],
  notRun: readonly string[] = [],
): Report {
  const app = { name: 'mcp-flow-debugger', version: '0.1.0' }
  return toReport({ app, startedAt: 0, milliseconds: 61_500, targets, notRun })
}
