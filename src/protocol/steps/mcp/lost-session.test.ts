import { expect, test } from 'vitest'
import { practise } from '../../practice-walk.ts'

/** A server that knows no session when its tools are asked for. */
const forgetting = {
  before: async ({ request }: { readonly request: Request }) =>
    (await request.clone().text()).includes('tools/list')
      ? new Response(null, { status: 404 })
      : undefined,
}

test.each([
  ['a session', true, 2],
  ['no session', false, 1],
])('404 where there was %s: how often a walk begins', async (_, sessions, expected) => {
  const { document } = await practise({
    config: { revision: '2025-11-25' },
    sandbox: { eras: 'legacy', sessions, habits: [forgetting] },
  })
  const begun = document.exchanges.filter(
    ({ step, request }) => step === 'session' && request.body?.text.includes('"initialize-1"'),
  )
  expect(begun).toHaveLength(expected)
  expect(document.outcome.status).toBe('failed')
})
