import { expect, test } from 'vitest'
import { buildFailure, buildHostile, buildReport, buildTarget } from './build-report.ts'
import { toHtml } from './html.ts'
import { toJUnit } from './junit.ts'
import { toMarkdown } from './markdown.ts'

test('has what is not as expected first, then all in a table', () => {
  const text = toMarkdown(buildReport([buildTarget(), buildFailure()], ['late']))
  expect(text.startsWith('## MCP servers: 3 targets, 1 as expected, 1 not, 1 not run\n')).toBe(true)
  expect(text.indexOf('### ✗ staging')).toBeLessThan(text.indexOf('| | Target |'))
  expect(text).toContain('- **Fix:** Set "resource" to https://a.example/mcp.')
  expect(text).toContain('| ✓ | production | passed |  | 2 | 1/2 | 1.2 s | Connected: 2 tools. |')
  expect(text).toContain('Not run: late')
})

test('keeps a server out of the table and out of HTML', () => {
  const text = toMarkdown(buildReport([buildHostile()]))
  const row = text.split('\n').find((line) => line.startsWith('| ✗'))
  expect(row?.match(/(?<!\\)\|/g)).toHaveLength(9)
  expect(text).not.toMatch(/<script|(?<!\\)\[x|^::/m)
})

test('tells what was kept as baseline, of targets that are as expected too', () => {
  const says = 'The run passed before and failed now.'
  const difference = { kind: 'status', step: null, subject: '', before: '', after: '', says }
  const baseline = { state: 'kept', differences: [difference] } as const
  const report = buildReport([buildTarget({ baseline }), buildTarget()])
  expect(toMarkdown(report)).toContain(
    `### Baseline of production\n\n- kept as the new baseline, with these differences:\n- ${says}\n`,
  )
  expect(toHtml(report).split(says)).toHaveLength(2)
  expect(toJUnit(report).split(says)).toHaveLength(2)
})

test('does not outgrow what a CI system shows', () => {
  const many = Array.from({ length: 600 }, (_, index) => buildTarget({ name: `server ${index}` }))
  expect(toMarkdown(buildReport(many))).toContain('100 more are in `summary.json`.')
})

test('says which clients do not get in, and what lets them in', () => {
  const text = toMarkdown(buildReport([buildTarget()]))
  expect(text).toContain('### Clients that do not get in\n')
  expect(text).toContain('- production: ChatGPT. **Lets in 1:** Serve the metadata there too.')
})

test('says nothing of clients where none is kept out', () => {
  const clients = { works: ['Claude'], fails: [], unknown: [], change: null }
  expect(toMarkdown(buildReport([buildTarget({ clients })]))).not.toContain('Clients that')
})
