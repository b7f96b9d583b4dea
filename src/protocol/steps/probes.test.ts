import { describe, expect, test } from 'vitest'
import type { Facts } from '../run/facts.ts'
import { buildContext } from './build-context.ts'
import { probes } from './probes.ts'

const SESSION: Facts['session'] = {
  era: 'modern',
  version: '2026-07-28',
  exchange: 'e1',
  capabilities: null,
}

function rpc(message: object): Response {
  return Response.json({ jsonrpc: '2.0', id: 'probe', ...message })
}

describe('negative tests', () => {
  test('are not made with a token that was given back', async () => {
    const { context, exchanges } = buildContext({
      facts: { session: SESSION, revocation: { exchange: 'e1', status: 200 } },
    })
    expect(await probes.run(context)).toMatchObject({ kind: 'skipped' })
    expect(exchanges).toEqual([])
  })

  test('of the server are left out when the right request is refused by now', async () => {
    const { context, asked, decisions } = buildContext({
      facts: { session: SESSION },
      answer: () => new Response(null, { status: 503 }),
    })
    const result = await probes.run(context)
    expect(asked()).toEqual(['POST https://mcp.example/mcp'])
    expect(result).toMatchObject({ kind: 'done', says: expect.stringMatching(/^0 made, /) })
    expect(decisions[0]).toMatchObject({ why: 'The right request was answered with 503 by now' })
  })

  test('of tokens and of the authorization server are left out where a walk has neither', async () => {
    const { context, exchanges, decisions } = buildContext({
      facts: { session: SESSION },
      answer: () => rpc({ result: { tools: [] } }),
    })
    await probes.run(context)
    expect(new Set(exchanges.map(({ to }) => to))).toEqual(new Set(['server']))
    expect(decisions.map(({ why }) => why)).toEqual(
      expect.arrayContaining([
        'the server answers this request without a token',
        'this walk needed no authorization',
      ]),
    )
  })

  test('are each marked as a probe and change one thing of the right request', async () => {
    const { context, exchanges } = buildContext({
      facts: { session: SESSION },
      answer: () => rpc({ result: { tools: [] } }),
    })
    await probes.run(context)
    expect(exchanges.length).toBeGreaterThan(8)
    for (const each of exchanges) {
      expect(each).toMatchObject({ step: 'probes', diagnostic: 'probe' })
      expect(each.purpose).toMatch(/^(?:Probe|For the probes|For a probe): /)
    }
    const missing = exchanges.find(({ purpose }) => purpose === 'Probe: no Mcp-Method')
    expect(missing?.request.headers.map(([name]) => name)).toEqual([
      'Content-Type',
      'Accept',
      'MCP-Protocol-Version',
    ])
  })
})
