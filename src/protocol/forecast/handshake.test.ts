import { describe, expect, test } from 'vitest'
import { forecast } from '../forecast.ts'
import { type PracticeWalk, openPractice, practise } from '../practice-walk.ts'
import type { RunDocument } from '../run/document.ts'

type Sandbox = NonNullable<PracticeWalk['sandbox']>

/** What a walk with a survey asks of the handshake, and what is foretold then. */
async function shake(sandbox: Sandbox = {}, config: PracticeWalk['config'] = {}) {
  const { document, events } = await practise({ sandbox, config: { ...config, also: ['survey'] } })
  const asked = document.exchanges.filter(
    ({ diagnostic, request }) =>
      diagnostic === 'survey' &&
      (request.method === 'DELETE' || request.body?.text.includes('"initialize"')),
  )
  const clients = new Map((await forecast(events)).map((client) => [client.id, client]))
  return { document, asked, clients }
}

describe('a server of both eras', () => {
  test('is asked for initialize by a survey, with the token that the walk has', async () => {
    const { asked, clients } = await shake()
    expect(asked.map(({ request }) => request.method)).toEqual(['POST'])
    expect(asked[0]?.request.headers.map(([name]) => name)).toContain('Authorization')
    expect(clients.get('vscode')?.verdict).toBe('works')
    expect(clients.get('vscode')?.why).not.toContain('2026-07-28 only')
  })

  test('has the session ended again that the question began', async () => {
    const { asked } = await shake({ sessions: true })
    expect(asked.map(({ request }) => request.method)).toEqual(['POST', 'DELETE'])
    const names = asked[1]?.request.headers.map(([name]) => name)
    expect(names).toContain('Mcp-Session-Id')
    expect(asked[1]?.outcome).toMatchObject({ kind: 'response', status: 204 })
  })
})

describe('a server of 2026-07-28 alone', () => {
  test('lets no client in that knows initialize alone, and it is said what would', async () => {
    const { asked, clients } = await shake({ eras: 'modern' })
    expect(clients.get('vscode')).toMatchObject({
      verdict: 'fails',
      step: 'session',
      why: 'Of MCP it speaks 2025-11-25, and this server refuses initialize.',
      exchange: asked[0]?.id,
      flip: 'Answer initialize too, with 2025-11-25 or the version that is asked for.',
    })
    expect(clients.get('spec')?.verdict).toBe('works')
    for (const id of ['cline', 'mcp-python-sdk-v2']) {
      expect(clients.get(id)).toMatchObject({
        verdict: 'unknown',
        why: 'No source tells whether it can do without initialize, and this server refuses it.',
      })
    }
  })

  test('is healthy all the same: a survey breaks no rule of it', async () => {
    const { document } = await shake({ eras: 'modern' })
    expect(document.findings.filter(({ verdict }) => verdict === 'fail')).toEqual([])
    expect(document.outcome.status).toBe('passed')
  })

  test('is found out by any walk of this time, and nothing more is asked', async () => {
    const { document, events } = await practise({ sandbox: { eras: 'modern' } })
    const asked = document.exchanges.filter(({ diagnostic }) => diagnostic === 'survey')
    expect(asked.map(({ request }) => request.method)).toEqual(['POST'])
    const vscode = (await forecast(events)).find(({ id }) => id === 'vscode')
    expect(vscode?.verdict).toBe('fails')
  })

  test.each([
    ['one by one, as a client does', { pace: 'one-by-one' }],
    ['in a revision that was chosen', { revision: '2026-07-28' }],
  ] as const)('remains unknown where a walk goes %s', async (_, config) => {
    const { document, events } = await practise({ sandbox: { eras: 'modern' }, config })
    expect(document.exchanges.filter(({ diagnostic }) => diagnostic === 'survey')).toEqual([])
    const vscode = (await forecast(events)).find(({ id }) => id === 'vscode')
    expect(vscode).toMatchObject({
      verdict: 'unknown',
      why: 'Of MCP it speaks 2025-11-25, and this run spoke 2026-07-28 only.',
    })
  })
})

describe('a server that never answers initialize', () => {
  test('has its tools listed all the same, and what it would answer stays unknown', async () => {
    const never = new Promise<Response>(() => undefined)
    const { document, events } = await practise({
      config: { timeout: 400 },
      sandbox: {
        habits: [
          {
            after: (response, { request: { headers } }) =>
              headers.has('Authorization') && !headers.has('Mcp-Method') ? never : response,
          },
        ],
      },
    })
    expect(document.outcome).toMatchObject({ status: 'passed', summary: 'Connected: 12 tools.' })
    expect(document.findings.filter(({ verdict }) => verdict === 'fail')).toEqual([])
    const vscode = (await forecast(events)).find(({ id }) => id === 'vscode')
    expect(vscode?.verdict).toBe('unknown')
  })
})

describe('nothing is asked', () => {
  const shaken = ({ exchanges }: RunDocument) =>
    exchanges.filter(
      ({ diagnostic, request }) =>
        diagnostic === 'survey' && request.body?.text.includes('"initialize"'),
    )

  test('where initialize was spoken anyway', async () => {
    const { document } = await shake({ eras: 'legacy' })
    expect(shaken(document)).toEqual([])
  })

  test('once the token is given back; before that it is', async () => {
    const late = openPractice({ config: { also: ['revoke'], revision: '2026-07-28' } })
    await late.go()
    await late.comeBack()
    await late.go()
    await late.survey()
    expect(late.document().exchanges.some(({ diagnostic }) => diagnostic === 'survey')).toBe(true)
    expect(shaken(late.document())).toEqual([])

    const { document } = await practise({ config: { also: ['revoke'] } })
    expect(shaken(document)).toHaveLength(1)
    expect(document.exchanges.at(-1)?.step).toBe('revoke')
  })
})
