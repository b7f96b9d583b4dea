import { describe, expect, test } from 'vitest'
import { type RunChange, SPEC_CLIENT, buildRun, withMembers } from './build-run.ts'
import { ISSUER, REDIRECT } from './healthy-exchanges.ts'
import { gate } from './judge.ts'

const causeOf = (change: RunChange = {}, client = SPEC_CLIENT) =>
  gate(buildRun(change), client)?.rule.id
const ended = (until: NonNullable<RunChange['until']>, change: RunChange): RunChange => ({
  ...change,
  until,
})
const otherIssuer = ended(
  'server-metadata',
  withMembers('server-metadata', { issuer: 'https://other.example' }),
)
const unreadable = { kind: 'unreadable', endedAt: 1, message: 'Failed to fetch' } as const

describe('gate', () => {
  test('a healthy walk is stopped by nothing, in both eras', () => {
    expect(causeOf()).toBeUndefined()
    expect(causeOf({ era: 'legacy' })).toBeUndefined()
  })

  test('a rule that forbids to go on stops a walk that could', () => {
    expect(causeOf(otherIssuer)).toBe('ASM-03')
  })

  test('a rule that the person went past stops no more', () => {
    expect(causeOf({ ...otherIssuer, continued: ['ASM-03'] })).toBeUndefined()
  })

  test('a client that does not make a check is not stopped by it', () => {
    expect(
      causeOf(otherIssuer, { ...SPEC_CLIENT, differs: { issuerCheck: 'none' } }),
    ).toBeUndefined()
  })

  test('a client that takes a parent address is stopped by other resources only', () => {
    const client = { ...SPEC_CLIENT, differs: { resourceCheck: 'same-origin-prefix' } } as const
    const at = (resource: string) =>
      ended('resource-metadata', withMembers('resource-metadata', { resource }))
    expect(causeOf(at('https://mcp.example'))).toBe('PRM-07')
    expect(causeOf(at('https://mcp.example'), client)).toBeUndefined()
    expect(causeOf(at('https://other.example'), client)).toBe('PRM-07')
  })

  test('missing metadata is the cause, and not what was guessed in its place', () => {
    const missing = { 'resource-metadata': { status: 404 } }
    expect(causeOf(ended('resource-metadata', { exchanges: missing }))).toBe('PRM-01')
    expect(
      causeOf(
        ended('server-metadata', {
          failed: 'no-server-metadata',
          exchanges: { 'server-metadata': { status: 404 } },
        }),
      ),
    ).toBe('ASM-01')
  })

  test('a check that hangs is the cause of what was not sent for it', () => {
    const outcome = { kind: 'aborted', endedAt: 9000, by: 'timeout' } as const
    const check = {
      id: 'check',
      step: 'server-metadata',
      via: 'direct',
      diagnostic: 'readable',
      url: `${ISSUER}/token`,
      outcome,
    } as const
    expect(
      causeOf(
        ended('token', { failed: 'unsafe-to-send', exchanges: { token: null }, more: [check] }),
      ),
    ).toBe('NET-03')
  })

  test('a guessed endpoint is never the cause, but the metadata that is not there', () => {
    const exchanges = {
      'server-metadata': { status: 404 },
      registration: { status: 404, text: '' },
    }
    expect(
      causeOf(
        ended('registration', {
          config: { revision: '2025-03-26' },
          failed: 'registration-refused',
          exchanges,
          facts: { serverMetadata: { guessed: true } },
        }),
      ),
    ).toBe('ASM-20')
  })

  test('an endpoint that was guessed right is judged by what it says', () => {
    const registration = { status: 400, json: { error: 'invalid_redirect_uri' } }
    expect(
      causeOf(
        ended('registration', {
          config: { revision: '2025-03-26' },
          failed: 'registration-refused',
          failedAt: 'registration',
          exchanges: { 'server-metadata': { status: 404 }, registration },
          facts: { serverMetadata: { guessed: true } },
        }),
      ),
    ).toBe('DCR-21')
  })

  test('an entry that is a metadata address is the cause of the metadata that is not found', () => {
    const issuer = `${ISSUER}/.well-known/oauth-authorization-server`
    const change = withMembers('resource-metadata', { authorization_servers: [issuer] })
    expect(
      causeOf(
        ended('server-metadata', {
          failed: 'no-server-metadata',
          exchanges: { ...change.exchanges, 'server-metadata': { status: 404 } },
        }),
      ),
    ).toBe('PRM-11')
  })

  test('a missing header stops only a revision that knows no other way', () => {
    const exchanges = { challenge: { header: { 'www-authenticate': null } } }
    expect(causeOf({ exchanges })).toBeUndefined()
    expect(
      causeOf(
        ended('resource-metadata', {
          config: { revision: '2025-06-18' },
          exchanges: { ...exchanges, 'resource-metadata': null },
        }),
      ),
    ).toBe('CHL-04')
  })

  test('what only a page may not read stops no walk that went on through the relay', () => {
    const direct = { challenge: { via: 'direct', outcome: unreadable } } as const
    const more = [
      { id: 'again', step: 'challenge', after: 'challenge', status: 401 },
      {
        id: 'with-origin',
        step: 'challenge',
        after: 'challenge',
        diagnostic: 'triage',
        method: 'POST',
        status: 401,
      },
    ] as const
    const facts = {
      challenge: { exchange: 'again', status: 401, required: true, header: 'absent' },
    } as const
    expect(causeOf({ exchanges: direct, more, facts })).toBeUndefined()
    expect(
      causeOf({
        until: 'challenge',
        failed: 'unreachable',
        failedAt: 'challenge',
        exchanges: direct,
        more: more.slice(1),
      }),
    ).toBe('CORS-01')
  })

  test('a note about one step is not the cause of another step that failed', () => {
    const token = { outcome: { ...unreadable, reason: 'connection-refused' } } as const
    const challenge = {
      until: 'token',
      failed: 'unreachable',
      failedAt: 'token',
      exchanges: { challenge: { via: 'direct', outcome: unreadable }, token },
      more: [
        {
          id: 'with-origin',
          step: 'challenge',
          after: 'challenge',
          diagnostic: 'triage',
          method: 'POST',
        },
      ],
    } as const
    expect(causeOf(challenge)).toBe('NET-01')
  })

  test('a wrong issuer comes before the error that it carries', () => {
    const url = `${REDIRECT}?error=access_denied&state=state-1&iss=https://evil.example`
    expect(
      causeOf(
        ended('callback', { failed: 'authorization-refused', exchanges: { callback: { url } } }),
      ),
    ).toBe('ISS-05')
  })

  test.each([
    ['a revision', { revision: '2025-03-26' }, {}],
    ['a client', {}, { issCheck: 'none' }],
  ] as const)('%s that compares no issuer is told the error', (_, config, differs) => {
    const url = `${REDIRECT}?error=access_denied&state=state-1&iss=https://evil.example`
    const change = { config, exchanges: { callback: { url } } }
    expect(
      causeOf(ended('callback', { ...change, failed: 'authorization-refused' }), {
        ...SPEC_CLIENT,
        differs,
      }),
    ).toBe('AUZ-20')
  })

  test('a person who denies access is the cause, whatever else the metadata lacks', () => {
    const url = `${REDIRECT}?error=access_denied&state=state-1&iss=${encodeURIComponent(ISSUER)}`
    const lacking = withMembers('server-metadata', { response_types_supported: ['token'] })
    expect(
      causeOf(
        ended('callback', {
          failed: 'authorization-refused',
          exchanges: { ...lacking.exchanges, callback: { url } },
        }),
      ),
    ).toBe('AUZ-20')
  })

  test('a walk that waits for a client id names why it has to', () => {
    const closed = withMembers('server-metadata', {
      registration_endpoint: undefined,
      client_id_metadata_document_supported: undefined,
    })
    const need = { field: 'client-id', says: 'Enter one.' } as const
    expect(
      causeOf({
        ...closed,
        until: 'registration',
        results: { registration: { kind: 'waiting', on: 'person', need, facts: {} } },
      }),
    ).toBe('ASM-14')
  })

  test('a registration answered with 200 is broken and stops nothing', () => {
    expect(causeOf({ exchanges: { registration: { status: 200 } } })).toBeUndefined()
  })
})
