import { expect, test } from 'vitest'
import { FAULTS, isFaultName, withFault } from './faults.ts'
import { ISSUER, SERVER } from './testing/practice-client.ts'

test('each fault names rules of the digest and says in one sentence what is wrong', () => {
  for (const [name, { rule, title }] of Object.entries(FAULTS)) {
    expect(name).toMatch(/^[a-z\d]+(-[a-z\d]+)*$/)
    expect(rule).toMatch(/^[A-Z]{3,5}-\d\d$/)
    expect(title).toMatch(/^[A-Za-z].*[^.]$/)
  }
})

test('a fault brings the options without which it does not show', () => {
  const choices = { server: SERVER, issuer: ISSUER, delay: 5 }
  expect(withFault(choices, 'cors-hides-session')).toEqual({
    server: SERVER,
    issuer: ISSUER,
    delay: 5,
    sessions: true,
    eras: 'legacy',
    faults: ['cors-hides-session'],
  })
  expect(withFault(choices, 'asm-suffix-appended').issuer).toBe(`${ISSUER}/tenant`)
})

test('a word from outside is told from the name of a fault', () => {
  expect(isFaultName('iss-slash')).toBe(true)
  expect(isFaultName('toString')).toBe(false)
})
