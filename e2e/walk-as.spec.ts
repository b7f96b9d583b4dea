import { expect, test } from './journey.ts'
import { runFlow } from './program.ts'

test('a walk as a client asks in its order, and for its scopes', async ({ practice }) => {
  const server = await practice({ issuerMetadataOn: 'both', scopes: { issuer: ['tools'] } })
  const { stdout } = await runFlow([server.url, '--client', 'chatgpt-2025-09', '--json'])
  const metadata = '/.well-known/oauth-authorization-server'
  expect(server.asked.slice(0, 2)).toEqual([`HEAD ${metadata}`, `GET ${metadata}`])
  const document = JSON.parse(stdout)
  expect(document.config.client).toBe('chatgpt-2025-09')
  expect(document.outcome.status).toBe('passed')
  expect(stdout).toMatch(/&scope=["&]/)
})

test('a run that has ended foretells which clients get in', async ({ practice }) => {
  const server = await practice({ fault: 'asm-without-pkce-methods' })
  const { stdout } = await runFlow([server.url, '--json'])
  const { clients } = JSON.parse(stdout)
  expect(clients).toHaveLength(22)
  expect(clients.find(({ id }: { id: string }) => id === 'zed')).toMatchObject({
    verdict: 'fails',
    step: 'server-metadata',
    flip: expect.stringMatching(
      /^Say code_challenge_methods_supported: \["S256"\] in the metadata/,
    ),
    confidence: 'source-code',
  })
})
