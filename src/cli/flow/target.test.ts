import { describe, expect, test } from 'vitest'
import { headersOf, nameOf, type Target, timeoutOf, toFileName } from './target.ts'

function target(given: Target['given']): Target {
  return { name: 'a', server: 'https://a.example/mcp', given, expect: {} }
}

describe('a target', () => {
  test('is named after host and path, and not after a query that may hold a secret', () => {
    expect(nameOf('https://a.example:8443/team/mcp?key=hush')).toBe('a.example-8443-team-mcp')
    expect(nameOf('http://[::1]:4281/')).toBe('1-4281')
  })

  test.each([
    ['My server', 'My-server'],
    ['../../etc/passwd', 'etc-passwd'],
    ['..', 'target'],
    ['CON: a|b', 'CON-a-b'],
    ['Bäcker', 'Bäcker'],
    ['x'.repeat(300), 'x'.repeat(120)],
  ])('called %j writes a file that is called %j', (name, file) => {
    expect(toFileName(name)).toBe(file)
  })

  test('has a minute when nothing is said', () => {
    expect(timeoutOf(target(new Map()))).toBe(60_000)
    expect(timeoutOf(target(new Map([['timeout', '250']])))).toBe(250)
  })

  test('splits a header at its first colon', () => {
    expect(headersOf(target(new Map([['header', ['X-Url: http://b', 'Y:']]])))).toEqual([
      ['X-Url', 'http://b'],
      ['Y', ''],
    ])
  })
})
