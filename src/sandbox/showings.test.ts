import { describe, expect, test } from 'vitest'
import { findPractice } from './by-name.ts'
import { showingsOf } from './showings.ts'

describe('the walks that show a rule', () => {
  test('begin with one that breaks nothing else and needs no options', () => {
    expect(showingsOf('CHL-01')[0]).toEqual({ server: 'no-token-404', walk: {} })
  })

  test('name each practice server once', () => {
    const servers = showingsOf('RED-01').map(({ server }) => server)
    expect(new Set(servers).size).toBe(servers.length)
    expect(servers.length).toBeGreaterThan(10)
  })

  test('ask for negative tests where only they show it', () => {
    expect(showingsOf('PKCE-05')[0]).toEqual({
      server: 'pkce-not-verified',
      walk: { probes: true },
    })
  })

  test('are none where no practice server can break the rule', () => {
    expect(showingsOf('DBG-01')).toEqual([])
  })
})

describe('a practice server', () => {
  test.each(['both-eras', 'no-token-403', 'no-revocation', 'github-slash'])(
    'is found by its name: %s',
    (name) => {
      expect(findPractice(name)?.id).toBe(name)
    },
  )

  test('is not found by another', () => {
    expect(findPractice('nobody')).toBeUndefined()
  })
})
