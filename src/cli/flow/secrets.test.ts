import { describe, expect, test } from 'vitest'
import { readCredentials, secretsFor } from './secrets.ts'
import type { Given } from './settings.ts'
import { toAddress } from './walk-target.ts'

const CREDENTIALS = { clientSecret: 'hush', privateKey: 'key' }

function target(...entries: readonly (readonly [string, string | readonly string[]])[]) {
  const given: Given = new Map(entries)
  return { name: 'a', server: 'https://a.example/mcp', given, expect: {} }
}

describe('secrets', () => {
  test('come from the environment, the key from the file that it names', () => {
    expect(readCredentials({ FLOW_CLIENT_SECRET: 'hush' })).toEqual({ clientSecret: 'hush' })
    expect(readCredentials({ FLOW_CLIENT_SECRET: '' })).toEqual({})
    const { privateKey } = readCredentials({ FLOW_PRIVATE_KEY_FILE: import.meta.filename })
    expect(privateKey).toContain('come from the environment')
  })

  test('name the variable when the key cannot be read', () => {
    expect(() => readCredentials({ FLOW_PRIVATE_KEY_FILE: '/nowhere/key.pem' })).toThrow(
      'FLOW_PRIVATE_KEY_FILE /nowhere/key.pem: ENOENT',
    )
  })

  test('go only with a target that walks as our client', () => {
    expect(secretsFor(target(), CREDENTIALS)).toEqual({})
    expect(secretsFor(target(['client-id', 'me']), CREDENTIALS)).toEqual(CREDENTIALS)
    expect(secretsFor(target(['header', ['A: 1']]), CREDENTIALS)).toEqual({
      headers: [['A', '1']],
    })
  })

  test('never get into the address of the page', () => {
    const address = toAddress(
      'http://localhost:1/',
      target(['client-id', 'me'], ['header', ['Authorization: hush']], ['timeout', '9']),
    )
    expect(address).toBe(
      'http://localhost:1/?server=https%3A%2F%2Fa.example%2Fmcp&client-id=me&autorun=1',
    )
  })
})
