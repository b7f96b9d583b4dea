import { expect, test } from 'vitest'
import { isNamed, parseTargetPattern } from './target-pattern.ts'
import { parseTarget } from './target.ts'

test.each([
  ['tools.example', 'https://tools.example/mcp', true],
  ['tools.example', 'https://tools.example:8443/mcp', true],
  ['tools.example', 'https://a.tools.example/mcp', false],
  ['tools.example', 'https://tools.example.evil.example/mcp', false],
  ['Tools.Example', 'https://TOOLS.example/mcp', true],
  ['bücher.example', 'https://xn--bcher-kva.example/', true],
  ['tools.example:8443', 'https://tools.example:8443/mcp', true],
  ['tools.example:443', 'https://tools.example/mcp', true],
  ['tools.example:443', 'http://tools.example/mcp', false],
  ['*.tools.example', 'https://a.b.tools.example/mcp', true],
  ['*.tools.example', 'https://tools.example/mcp', false],
  ['*.tools.example', 'https://eviltools.example/mcp', false],
  ['*.tools.example:8443', 'https://a.tools.example/mcp', false],
  ['10.0.0.5', 'http://10.0.0.5:8080/', true],
  ['[fd00::1]:8080', 'http://[fd00:0::1]:8080/', true],
  ['[fd00::1]', 'http://[fd00::2]/', false],
])('%s and %s: %s', (pattern, url, expected) => {
  const [target, parsed] = [parseTarget(url), parseTargetPattern(pattern)]
  expect(target.kind === 'target' && parsed && isNamed(target, [parsed])).toBe(expected)
})

test.each([
  '',
  '*',
  '*.',
  'https://a.example',
  'a.example/mcp',
  'a b',
  'me@a.example',
  '*.*.a',
  ':80',
  'a:70000',
  'fd00::1',
])('%j names no target', (text) => {
  expect(parseTargetPattern(text)).toBeUndefined()
})
