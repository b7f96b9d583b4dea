import { expect, test } from 'vitest'
import { nameDifference } from './name-difference.ts'

const URL_SEEN = 'https://tools.example/mcp'

test('two identifiers that are the same differ in nothing', () => {
  expect(nameDifference(URL_SEEN, URL_SEEN)).toBeNull()
})

test.each([
  ['https://tools.example/mcp/', 'a slash at the end'],
  ['https://Tools.example/mcp', 'upper and lower case'],
  ['http://tools.example/mcp', 'scheme'],
  ['https://other.example/mcp', 'host'],
  ['https://tools.example:8443/mcp', 'port'],
  ['https://tools.example/sse', 'path'],
  ['http://other.example/', 'scheme, host, path'],
  ['https://tools.example/mcp?tenant=1', 'query'],
  ['https://tools.example/mcp#top', 'fragment'],
  ['https://tools.example:443/mcp', 'the way it is written'],
  ['tools', 'the whole text'],
])('names how %s differs', (other, expected) => {
  expect(nameDifference(URL_SEEN, other)).toBe(expected)
})
