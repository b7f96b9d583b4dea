import { describe, expect, test } from 'vitest'
import { type PracticeWalk, practise } from '../practice-walk.ts'
import { foldRun } from './run.ts'

/** Every value of a parameter that left for the authorization server, in queries and forms. */
async function sent(walk: PracticeWalk, name: string) {
  const { document, events } = await practise(walk)
  const values = document.exchanges.flatMap(({ request, to }) => {
    const query = new URL(request.url).searchParams.getAll(name)
    const form = new URLSearchParams(request.body?.text).getAll(name)
    return to === 'issuer' ? [...query, ...form] : []
  })
  return { values, document, facts: foldRun(events).facts }
}

describe('resource stays the string that was received', () => {
  test.each([
    ['prm-resource-slash', 'http://localhost:4281/mcp/'],
    ['prm-resource-case', 'http://LOCALHOST:4281/mcp'],
    ['prm-resource-origin', 'http://localhost:4281'],
  ] as const)('%s: in every request and in every fact', async (fault, resource) => {
    const { values, facts, document } = await sent(
      {
        sandbox: { faults: [fault] },
        config: { also: ['refresh'] },
        goOnPast: ['PRM-07', 'PRM-08'],
      },
      'resource',
    )
    expect(document.outcome.status).toBe('passed')
    // authorization, code exchange, refresh
    expect(values).toEqual([resource, resource, resource])
    expect(facts.authorization?.resource).toBe(resource)
    expect(facts.resourceMetadata?.resource).toBe(resource)
  })
})

describe('the URL that the person gave', () => {
  test('stays as it was given, in every request to the server', async () => {
    const server = 'http://LOCALHOST:4281/mcp'
    const { document } = await sent({ config: { server }, goOnPast: ['PRM-07', 'PRM-08'] }, 'x')
    const urls = document.exchanges
      .filter(({ request, to }) => to === 'server' && request.method === 'POST')
      .map(({ request }) => request.url)
    expect(new Set(urls)).toEqual(new Set([server]))
  })
})

describe('issuer and iss stay the strings that were received', () => {
  test.each([
    'http://localhost:4282/',
    'http://LOCALHOST:4282',
    'https://issuer.practice.example:443',
    'https://issuer.practice.example/tenant/',
  ])('%s: in every fact', async (issuer) => {
    const { document, facts } = await sent({ sandbox: { issuer } }, 'x')
    expect(document.outcome.status).toBe('passed')
    expect([
      facts.issuer?.issuer,
      facts.serverMetadata?.issuer,
      facts.clientIdentity?.issuer,
      facts.authorization?.issuer,
      facts.callback?.iss,
    ]).toEqual(Array.from({ length: 5 }, () => issuer))
  })
})
