import { expect, test } from 'vitest'
import type { Effect } from '../sandbox/scene.ts'
import { practise } from './practice-walk.ts'

/** What was received or sent as a token, a code, a verifier or a client secret. */
const SECRET =
  /(?:access_token|refresh_token|client_secret|code_verifier|code|Bearer)(?:\\*"\s*:\s*\\*"|=| )([\w.~-]{20,})/g

/** The place answers as it did, with another status, and repeats the token that it was sent. */
function blabs(place: 'token' | 'mcp', status: number): Effect {
  return {
    async after(response, { place: at, preflight, request }) {
      const sent = request.headers.get('Authorization')
      if (at !== place || preflight || (place === 'mcp' && !sent)) return response
      const body = `${sent ? `${sent} is no good: ` : ''}${await response.text()}`
      return new Response(body, { status, headers: response.headers })
    },
  }
}

test.each(
  [400, 401, 403, 405, 429, 503].flatMap((status) => [
    ['token' as const, status] as const,
    ['mcp' as const, status] as const,
  ]),
)('what a run says in words has no secret in it: %s answers %i', async (place, status) => {
  const { document } = await practise({
    sandbox: { tokens: 'opaque', habits: [blabs(place, status)] },
    config: { also: ['refresh', 'probes', 'survey'] },
  })
  const { exchanges, ...words } = document
  const secrets = [...JSON.stringify(exchanges).matchAll(SECRET)].flatMap(([, each]) => each ?? [])
  expect(secrets).not.toEqual([])
  const said = JSON.stringify(words)
  expect(secrets.filter((each) => said.includes(each.slice(0, 16)))).toEqual([])
})
