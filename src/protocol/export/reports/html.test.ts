import { expect, test } from 'vitest'
import { buildFailure, buildHostile, buildReport, buildTarget } from './build-report.ts'
import { toHtml } from './html.ts'

test('opens what is not as expected, and links the files beside it', () => {
  const html = toHtml(buildReport([buildTarget(), buildFailure()], ['late']))
  expect(html).toContain('<h1>1 of 3 as expected</h1>')
  expect(html).toContain('<details class="target expected">')
  expect(html).toContain('<details class="target different" open>')
  expect(html).toContain('<a href="./production.run.json">production.run.json</a>')
  expect(html).toContain('late <span class="meta">not run</span>')
})

test('runs nothing and loads nothing, whatever a server said', () => {
  const html = toHtml(buildReport([buildHostile()]))
  expect(html).not.toMatch(/<script|javascript:1"|\ssrc=|<link|\son\w+=|url\(/i)
  expect(html).toContain("default-src 'none'")
  expect(html).toContain('&lt;script&gt;')
  expect(html).not.toContain('\u202E')
})

test('links no section but one on the web', () => {
  const [finding] = buildFailure().findings
  const spec = [{ title: 'trap', url: 'javascript:alert(1)' }]
  const findings = finding ? [{ ...finding, spec }] : []
  expect(toHtml(buildReport([buildTarget({ findings })]))).not.toContain('javascript:')
})
