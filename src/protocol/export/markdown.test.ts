import { describe, expect, test } from 'vitest'
import { buildDocument, buildExchange } from '../run/build-document.ts'
import { buildWholeDocument } from '../run/build-whole-document.ts'
import type { RunDocument } from '../run/document.ts'
import { toIssue } from './markdown.ts'
import { redactRun } from './redact.ts'

function toText(document: RunDocument): string {
  return toIssue(redactRun(document))
}

/** The document for tests with one finding that failed and what the test says of it. */
function withFinding(change: Partial<RunDocument['findings'][number]>): RunDocument {
  const whole = buildWholeDocument()
  const [finding] = whole.findings
  if (!finding) throw new Error('The document for tests has no finding')
  return { ...whole, findings: [{ ...finding, verdict: 'fail', ...change }] }
}

describe('a run as Markdown', () => {
  test('begins with the server and the verdict', () => {
    const document = buildDocument({
      outcome: {
        ...buildDocument().outcome,
        status: 'failed',
        summary: 'It names another resource.',
        cause: 'PRM-07',
        culprit: 'server',
        fix: 'Name this one.',
      },
    })
    expect(toText(document)).toContain(
      '**failed**: It names another resource. (PRM-07, the MCP server)\n\n**Fix:** Name this one.\n',
    )
  })

  test('has a row for each step and each request', () => {
    const document = buildWholeDocument()
    const rows = toText(document)
      .split('\n')
      .filter((line) => /^\| (?!Step|#)[^-]/.test(line))
    expect(rows).toHaveLength(document.steps.length + document.exchanges.length)
  })

  test('gives a finding with its fix, what to paste, and its source', () => {
    const text = toText(
      withFinding({
        rule: 'PRM-07',
        says: 'It is wrong.',
        fix: 'Right it.',
        paste: { title: 'Metadata', text: '{\n  "a": 1\n}' },
        spec: [{ title: 'RFC 9728', url: 'https://www.rfc-editor.org/rfc/rfc9728' }],
      }),
    )
    expect(text).toContain('It is wrong.\n  Fix: Right it.\n\n  ```\n  {\n    "a": 1\n  }\n  ```\n')
    expect(text).toContain('[RFC 9728](<https://www.rfc-editor.org/rfc/rfc9728>)')
  })

  test("lets no server's word be more than text", () => {
    const text = toText(
      withFinding({
        says: '<img src=x> | [a](javascript:1) `b` @all',
        paste: { title: 'Text', text: '```\n</details>' },
      }),
    )
    expect(text).toContain('&lt;img src=x> \\| \\[a\\](javascript:1) \\`b\\` \\@all')
    expect(text).toContain('  ````\n  ```\n  </details>\n  ````')
  })

  test('says of a request without an answer why there is none', () => {
    const exchange = buildExchange({
      outcome: { kind: 'unreadable', endedAt: 2, message: 'Failed to fetch' },
    })
    expect(toText(buildDocument({ exchanges: [exchange] }))).toContain(
      '| unreadable | direct | 1 |',
    )
  })
})
