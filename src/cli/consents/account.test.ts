import { describe, expect, test } from 'vitest'
import { readAccount, withoutPassword } from './account.ts'

const ENVIRONMENT = {
  FLOW_USER: 'ada',
  FLOW_PASSWORD: 'hush',
  FLOW_USER_STAGING: 'bob',
  FLOW_PASSWORD_STAGING: 'quiet',
  FLOW_USER_HALF: 'eve',
}

describe('an account', () => {
  test.each([
    ['', undefined, { user: 'ada', password: 'hush' }],
    [' of a name', 'STAGING', { user: 'bob', password: 'quiet' }],
    [' without a password', 'HALF', undefined],
    [' that nobody set', 'OTHER', undefined],
  ])('comes from the environment%s', (_, name, account) => {
    expect(readAccount(ENVIRONMENT, name)).toEqual(account)
  })

  test('never shows its password in words', () => {
    const account = { user: 'ada', password: 'hush' }
    expect(withoutPassword('fill("hush") failed for ada', account)).toBe(
      'fill("(password)") failed for ada',
    )
    expect(withoutPassword('nothing to hide', undefined)).toBe('nothing to hide')
  })
})
