import { describe, expect, test } from 'vitest'
import type { PracticeWalk } from '../practice-walk.ts'
import { authorizationQueries, tokenForms, watch } from './watch.ts'

type Scopes = NonNullable<PracticeWalk['sandbox']>['scopes']

/** The scope of each authorization request, null where it was left out. */
async function asked(scopes: Scopes, walk: PracticeWalk = {}) {
  const watched = await watch({ ...walk, sandbox: { ...walk.sandbox, ...(scopes && { scopes }) } })
  return authorizationQueries(watched).map((query) => query.get('scope'))
}

describe('what a client owes when it chooses scopes', () => {
  test('SCO-01: what the challenge names wins over every list', async () => {
    expect(await asked({ challenge: ['a'], resource: ['a', 'b'], issuer: ['c'] })).toEqual(['a'])
  })

  test('SCO-02: else all that the resource lists, and nothing of what the issuer lists', async () => {
    expect(await asked({ resource: ['a', 'b'], issuer: ['a', 'b', 'c'] })).toEqual(['a b'])
  })

  test('SCO-03: where nobody names a scope, the parameter is left out', async () => {
    expect(await asked({ issuer: ['a', 'b'] })).toEqual([null])
    expect(await asked({ resource: [], issuer: ['a'] })).toEqual([null])
  })

  test('SCO-04: a challenge outside the list of the resource is asked for as it is', async () => {
    expect(await asked({ challenge: ['x'], resource: ['a', 'b'], issuer: ['a'] })).toEqual(['x'])
  })

  test('SCO-05: offline_access is added where the issuer lists it, and only there', async () => {
    const challenge = ['a']
    expect(await asked({ challenge, issuer: ['a', 'offline_access'] })).toEqual([
      'a offline_access',
    ])
    expect(await asked({ challenge, resource: ['offline_access'], issuer: ['a'] })).toEqual(['a'])
    const earlier = { config: { revision: '2025-11-25' } } as const
    expect(await asked({ challenge, issuer: ['a', 'offline_access'] }, earlier)).toEqual(['a'])
  })

  test('SCO-07: nothing is asked for that nobody named, neither at first nor with the code', async () => {
    const watched = await watch({ sandbox: { scopes: { challenge: ['a'], issuer: ['a', 'all'] } } })
    expect(authorizationQueries(watched).map((query) => query.get('scope'))).toEqual(['a'])
    expect(tokenForms(watched).map((form) => form.has('scope'))).toEqual([false])
  })

  test('SCO-11: a step-up asks for what was asked before together with what is wanted now', async () => {
    const scopes = {
      challenge: ['tools'],
      issuer: ['tools', 'vault'],
      required: { 'tools/list': ['tools'], 'tools/call': ['tools'] },
    }
    const call = { tool: 'open_vault', arguments: '{}' }
    const walk = { config: { call }, sandbox: { stepUpNames: 'missing' } } as const
    expect(await asked(scopes, walk)).toEqual(['tools', 'tools vault'])
  })

  test('SCO-12: a server that is never content is asked three times and left', async () => {
    const watched = await watch({ sandbox: { faults: ['step-up-forever'] } })
    expect(watched.run.authorizations).toHaveLength(3)
    expect(watched.document.outcome).toMatchObject({ status: 'failed', cause: 'SCO-12' })
  })

  test('ECC-04: a machine that lacks a scope is sent to nobody, and stops', async () => {
    const client = { clientId: 'machine', clientSecret: 'a-secret', redirectUris: [] }
    const watched = await watch({
      config: { grant: 'client_credentials', clientId: client.clientId },
      secrets: { clientSecret: client.clientSecret },
      sandbox: {
        grants: ['client_credentials'],
        faults: ['step-up-forever'],
        registration: { known: [{ ...client, method: 'client_secret_basic' }] },
      },
    })
    expect(watched.run.authorizations).toEqual([])
    expect(tokenForms(watched)).toHaveLength(1)
    expect(watched.document.outcome.status).toBe('failed')
  })
})
