import { expect, test } from 'vitest'
import { buildFailure, buildHostile, buildReport, buildTarget } from './build-report.ts'
import { toJUnit } from './junit.ts'

test('counts what failed, what told nothing and what was not run', () => {
  const silent = buildTarget({ status: null, differences: ['the page crashed'] })
  const xml = toJUnit(buildReport([buildTarget(), buildFailure(), silent], ['late']))
  expect(xml).toContain(
    '<testsuites name="mcp-flow" tests="4" failures="1" errors="1" time="61.500">',
  )
  expect(xml).toContain('skipped="1" timestamp="1970-01-01T00:00:00"')
  expect(xml.match(/<testcase /g)).toHaveLength(4)
  expect(xml).toContain('<error message="the page crashed" type="no-run">')
})

test('a failure carries its cause as type, and the fix', () => {
  const xml = toJUnit(buildReport([buildFailure()]))
  expect(xml).toContain('<failure message="expected passed, but it failed" type="PRM-07">')
  expect(xml).toContain('fix: Set &quot;resource&quot; to https://a.example/mcp.')
  expect(xml).toContain('error PRM-07: It names https://b.example/mcp.')
})

test('what a server said cannot leave its place, nor be what XML forbids', () => {
  const xml = toJUnit(buildReport([buildHostile()]))
  expect(xml.match(/<system-out>/g)).toHaveLength(1)
  expect(xml.match(/<\/system-out>/g)).toHaveLength(1)
  expect(xml).not.toContain('<script')
  expect(xml).toMatch(/^[\t\n\u0020-\uFFFD]*$/)
  expect(xml).toContain(String.raw`\u{0}\u{1b}[2J\u{202e}\u{d800}`)
})
