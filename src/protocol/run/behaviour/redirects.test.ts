import { expect, test } from 'vitest'
import { buildAsk, openWire } from '../../http/build-wire.ts'
import { followingPosts } from './redirects.ts'

/** Sends to a server whose `/mcp` redirects, and tells what was asked. */
async function send(method: string, status: number, location: string): Promise<readonly string[]> {
  const { wire, exchanges } = openWire({
    fetch: (url) =>
      Promise.resolve(
        url.endsWith('/mcp')
          ? new Response(null, { status, headers: { Location: location } })
          : new Response('{}'),
      ),
  })
  await followingPosts(wire).send(buildAsk({ method, ...(method === 'GET' && { body: '' }) }))
  return exchanges.map(({ request }) => `${request.method} ${request.url}`)
}

const FIRST = 'POST https://mcp.example/mcp'

test.each([307, 308])('a POST is sent again where %i points within its origin', async (status) => {
  expect(await send('POST', status, '/mcp/')).toEqual([FIRST, `${FIRST}/`])
})

test('no other redirect of a POST is followed', async () => {
  expect(await send('POST', 302, '/mcp/')).toEqual([FIRST])
  expect(await send('POST', 308, 'https://other.example/mcp/')).toEqual([FIRST])
  expect(await send('POST', 308, 'http://[')).toEqual([FIRST])
})

test('a redirect that leads in a circle comes to an end', async () => {
  expect(await send('POST', 308, '/mcp')).toHaveLength(6)
})

test('a GET is left to those who look for documents', async () => {
  expect(await send('GET', 308, '/mcp/')).toEqual(['GET https://mcp.example/mcp'])
})
