import { describe, expect, test } from 'vitest'
import { withFault } from '../sandbox/faults.ts'
import { type PracticeWalk, practise } from './practice-walk.ts'
import type { RunDocument } from './run/document.ts'

const AT = { server: 'http://localhost:4281/mcp', issuer: 'http://localhost:4282' }

describe('an issuer that lets pages read only what public clients get', () => {
  const known = {
    clientId: 'mine',
    clientSecret: 'hush',
    redirectUris: ['http://localhost:4280/callback.html'],
  }
  const walkAs = (
    method: 'client_secret_basic' | 'client_secret_post',
    reach: NonNullable<PracticeWalk['reach']>,
  ): Promise<RunDocument> =>
    practise({
      reach,
      config: { clientId: 'mine', clientAuthentication: method },
      secrets: { clientSecret: 'hush' },
      sandbox: {
        ...withFault(AT, 'cors-none-for-confidential-clients'),
        registration: { known: [{ ...known, method }] },
      },
    }).then(({ document }) => document)

  test.each(['client_secret_basic', 'client_secret_post'] as const)(
    'is the cause when the answer to %s is withheld',
    async (method) => {
      const { outcome } = await walkAs(method, 'browser')
      expect(outcome).toMatchObject({ status: 'failed', step: 'token', cause: 'CORS-09' })
      expect(outcome.summary).toContain('mine')
    },
  )

  test.each(['client_secret_basic', 'client_secret_post'] as const)(
    'gets the code of %s through the relay, as nothing shows that a page may read the answer',
    async (method) => {
      const document = await walkAs(method, 'browser-and-relay')
      expect(document.outcome.status).toBe('passed')
      const codes = document.exchanges.filter(({ purpose }) => purpose === 'Code exchange')
      expect(codes.map(({ via }) => via)).toEqual(['relay'])
    },
  )
})
