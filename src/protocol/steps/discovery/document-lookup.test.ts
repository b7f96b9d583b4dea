import { describe, expect, test } from 'vitest'
import { buildContext } from '../build-context.ts'
import { documentAsk, lookUp } from './document-lookup.ts'

const URL = 'https://mcp.example/.well-known/oauth-protected-resource'
const ASK = documentAsk({ step: 'resource-metadata', purpose: 'Metadata', to: 'server', url: URL })

function redirectTo(location: string | undefined): Response {
  return new Response(null, { status: 302, headers: location ? { Location: location } : {} })
}

test('a metadata request needs no preflight', () => {
  expect(ASK).toMatchObject({ method: 'GET', headers: [['Accept', 'application/json']] })
})

describe('a document', () => {
  test('is the JSON object of a 200, whatever its media type says', async () => {
    const headers = { 'Content-Type': 'text/html' }
    const { context } = buildContext({ answer: () => new Response('{"a":1}', { headers }) })
    expect((await lookUp(context, ASK)).document).toEqual({ a: 1 })
  })

  test.each([
    ['a status that is no 200', new Response('{}', { status: 404 })],
    ['a page in HTML', new Response('<!doctype html>')],
    ['a list', new Response('[]')],
    ['nothing', new Response('')],
  ])('is not found in %s', async (_, response) => {
    const { context, exchanges } = buildContext({ answer: () => response })
    expect((await lookUp(context, ASK)).document).toBeUndefined()
    expect(exchanges).toHaveLength(1)
  })
})

describe('a redirect', () => {
  test('is followed, each hop as an exchange after the one before', async () => {
    const { context, exchanges, asked } = buildContext({
      answer: ({ url }) => (url.endsWith('/there') ? new Response('{}') : redirectTo('/there')),
    })
    const { document, exchange } = await lookUp(context, ASK)
    expect(document).toEqual({})
    expect(asked()).toEqual([`GET ${URL}`, 'GET https://mcp.example/there'])
    expect(exchanges[1]).toMatchObject({ id: exchange.id, after: 'e1' })
    expect(exchanges[1]?.purpose).toBe('Metadata, redirected')
  })

  test('is followed three times and no more', async () => {
    const { context, asked } = buildContext({ answer: () => redirectTo('/again') })
    expect((await lookUp(context, ASK)).document).toBeUndefined()
    expect(asked()).toHaveLength(4)
  })

  test.each(['javascript:alert(1)', 'data:application/json,{}', 'http://[', undefined])(
    'is not followed to %s',
    async (location) => {
      const { context, asked } = buildContext({ answer: () => redirectTo(location) })
      await lookUp(context, ASK)
      expect(asked()).toHaveLength(1)
    },
  )
})
