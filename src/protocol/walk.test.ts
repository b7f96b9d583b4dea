import { describe, expect, test } from 'vitest'
import { practise } from './practice-walk.ts'
import type { RunDocument } from './run/document.ts'
import { foldRun } from './run/run.ts'

const REDIRECT = 'http://localhost:4280/callback.html'
const ONE_ORIGIN = { issuer: 'http://localhost:4281' } as const

/** The MCP methods that a walk called, with the status of each answer. */
function calls({ exchanges }: RunDocument): readonly string[] {
  return exchanges.flatMap(({ request, outcome, to }) => {
    const method = /"method":"([^"]+)"/.exec(request.body?.text ?? '')?.[1]
    const status = outcome.kind === 'response' ? outcome.status : outcome.kind
    return to === 'server' && method !== undefined ? [`${method} ${status}`] : []
  })
}

function statusOf(document: RunDocument, step: string): string | undefined {
  return document.steps.find(({ id }) => id === step)?.status
}

describe('a healthy server', () => {
  test.each([
    ['auto', {}],
    ['2026-07-28', { eras: 'modern' }],
    ['2025-11-25', { eras: 'legacy' }],
    ['2025-06-18', { eras: 'legacy', legacyVersions: ['2025-06-18'] }],
    ['2025-03-26', { ...ONE_ORIGIN, legacyVersions: ['2025-03-26'] }],
  ] as const)('lists its tools by %s, and no rule is broken', async (revision, sandbox) => {
    const { document } = await practise({ config: { revision }, sandbox })
    expect(document.outcome).toMatchObject({ status: 'passed', summary: 'Connected: 12 tools.' })
    const broken = document.findings.filter(
      ({ verdict, severity }) => verdict === 'fail' && severity !== 'note',
    )
    expect(broken).toEqual([])
  })

  test.each(['2025-03-26', '2025-06-18', '2025-11-25'] as const)(
    'of the initialize era is found by auto, and %s is what it speaks',
    async (version) => {
      const { document } = await practise({
        sandbox: { eras: 'legacy', legacyVersions: [version], sessions: true },
      })
      expect(document.outcome.status).toBe('passed')
      expect(document.revision).toBe(version)
      expect(calls(document)).toContain('initialize 200')
    },
  )

  test('is walked by a machine with its secret', async () => {
    const { document } = await practise({
      config: { grant: 'client_credentials', clientId: 'm' },
      secrets: { clientSecret: 'a-b_c.d*e' },
      sandbox: {
        grants: ['client_credentials'],
        registration: {
          known: [
            {
              clientId: 'm',
              clientSecret: 'a-b_c.d*e',
              method: 'client_secret_basic',
              redirectUris: [],
            },
          ],
        },
      },
    })
    expect(document.outcome.status).toBe('passed')
    expect(statusOf(document, 'authorization')).toBe('skipped')
    expect(statusOf(document, 'callback')).toBe('skipped')
  })
})

describe('a server that needs no token', () => {
  test('is connected to at once', async () => {
    const { document } = await practise({ sandbox: { openMethods: 'all' } })
    expect(document.outcome.summary).toBe(
      'Connected: 12 tools; the server asks for no authorization.',
    )
    expect(statusOf(document, 'token')).toBe('skipped')
  })

  test.each([
    ['modern', 'auto', ['server/discover', 'tools/list']],
    ['legacy', '2025-11-25', ['initialize', 'tools/list']],
    ['legacy', '2025-11-25', ['initialize']],
    ['legacy', 'auto', ['initialize', 'tools/list']],
  ] as const)(
    'until something is used is authorized then: %s, %s, open %j',
    async (eras, revision, openMethods) => {
      const { document } = await practise({
        config: { revision, call: { tool: 'add', arguments: '{"a":1,"b":2}' } },
        sandbox: { eras, openMethods },
      })
      expect(document.outcome).toMatchObject({
        status: 'passed',
        summary: 'Connected: 12 tools; add answered.',
      })
      expect(statusOf(document, 'token')).toBe('passed')
      expect(calls(document)).toContain('tools/call 200')
    },
  )
})

describe('a server that wants more scopes', () => {
  const vault = { tool: 'open_vault', arguments: '{}' }

  test('gets the union of what was asked for and what it wants', async () => {
    const { document, events } = await practise({ config: { call: vault } })
    expect(document.outcome.summary).toBe('Connected: 12 tools; open_vault answered.')
    const asked = foldRun(events).authorizations.map(({ scope }) => scope)
    expect(asked).toEqual(['tools offline_access', 'tools offline_access vault'])
  })

  test('for ever is left after three authorization requests', async () => {
    const { document, events } = await practise({ sandbox: { faults: ['step-up-forever'] } })
    expect(foldRun(events).authorizations).toHaveLength(3)
    expect(document.outcome).toMatchObject({ status: 'failed', step: 'authorization' })
    expect(foldRun(events).steps.authorization.result).toMatchObject({
      error: { code: 'too-many-authorizations' },
    })
  })
})

describe('a server that moves to another authorization server', () => {
  const sandbox = { faults: ['moves-issuer'] } as const
  const SECOND = 'http://localhost:4282/second'

  test('is followed: discovered anew, registered anew, and no id is shown to the other', async () => {
    const { document, events } = await practise({ sandbox })
    expect(document.outcome.status).toBe('passed')
    const { identities, authorizations } = foldRun(events)
    expect(identities.map(({ issuer }) => issuer)).toEqual(['http://localhost:4282', SECOND])
    const [first, second] = identities
    expect(second?.clientId).not.toBe(first?.clientId)
    const toSecond = document.exchanges.filter(({ request }) => request.url.startsWith(SECOND))
    expect(toSecond.length).toBeGreaterThan(3)
    expect(JSON.stringify(toSecond)).not.toContain(first?.clientId)
    expect(authorizations.map(({ issuer }) => issuer)).toEqual(['http://localhost:4282', SECOND])
  })

  test('is not shown a client id that belongs to the first', async () => {
    const known = [{ clientId: 'mine', method: 'none', redirectUris: [REDIRECT] }] as const
    const { document, events } = await practise({
      config: { clientId: 'mine' },
      sandbox: { ...sandbox, registration: { known } },
    })
    expect(foldRun(events).steps.registration.result).toMatchObject({
      error: { code: 'issuer-changed' },
    })
    expect(document.outcome).toMatchObject({ status: 'failed', step: 'registration' })
    const toSecond = document.exchanges.filter(({ request }) => request.url.startsWith(SECOND))
    expect(JSON.stringify(toSecond)).not.toContain('mine')
  })
})

describe('tools', () => {
  test.each(['json', 'event-stream'] as const)(
    'come from all pages, past an empty cursor, as %s',
    async (answers) => {
      const { document } = await practise({
        sandbox: { pageSize: 5, emptyStringCursor: true, answers },
      })
      expect(document.tools).toHaveLength(12)
    },
  )

  test('come once from a list that never ends', async () => {
    const { document } = await practise({ sandbox: { pageSize: 5, faults: ['cursor-loop'] } })
    expect(document.outcome.status).toBe('passed')
    expect(document.tools).toHaveLength(10)
  })

  test('that want an argument in a header get it', async () => {
    const call = { tool: 'look_up_region', arguments: '{"region":"Süd-Tirol"}' }
    const { document } = await practise({ config: { call }, sandbox: { eras: 'modern' } })
    expect(document.outcome.summary).toBe('Connected: 12 tools; look_up_region answered.')
  })

  test('whose header is wrong are left out', async () => {
    const { document } = await practise({ sandbox: { faults: ['tool-header-empty'] } })
    expect(document.tools.map(({ name }) => name)).not.toContain('mirrors_place')
    expect(document.tools).toHaveLength(12)
  })
})

test('two walks at once do not disturb each other', async () => {
  const other = { server: 'http://localhost:5281/mcp', issuer: 'http://localhost:5282', tools: 3 }
  const [one, two] = await Promise.all([practise(), practise({ sandbox: other })])
  expect(one.document.outcome.summary).toBe('Connected: 12 tools.')
  expect(two.document.outcome.summary).toBe('Connected: 3 tools.')
  expect(JSON.stringify(one.document)).not.toContain('localhost:5281')
  expect(JSON.stringify(two.document)).not.toContain('localhost:4281')
})

test('nothing leaves for a client that nobody knows, and the sentence names those that are known', async () => {
  const { document } = await practise({ config: { client: 'nobody' } })
  expect(document.outcome).toMatchObject({ status: 'failed', step: 'challenge' })
  expect(document.outcome.summary).toMatch(/^There is no client "nobody" .* spec, chatgpt-2025-09,/)
  expect(document.exchanges).toEqual([])
})
