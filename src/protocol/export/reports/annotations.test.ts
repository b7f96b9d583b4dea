import { expect, test } from 'vitest'
import { toAnnotations } from './annotations.ts'
import { buildFailure, buildHostile, buildReport, buildTarget } from './build-report.ts'

test('has a line for each target that is not as expected, with the fix', () => {
  expect(toAnnotations(buildReport([buildTarget(), buildFailure({ name: 'a, b' })]))).toEqual([
    '::error title=a%2C b%3A PRM-07::expected passed, but it failed%0AThe metadata names another resource.%0AFix: Set "resource" to https://a.example/mcp.',
  ])
})

test('a server cannot begin a line of its own', () => {
  const [line = '', ...rest] = toAnnotations(buildReport([buildHostile()]))
  expect(rest).toEqual([])
  expect(line).not.toContain('\n')
  expect(line.match(/::/g)?.length).toBeGreaterThan(2)
  expect(line.startsWith('::error title=')).toBe(true)
})
