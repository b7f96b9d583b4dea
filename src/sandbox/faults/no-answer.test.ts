import { expect, test } from 'vitest'
import { ISSUER, SERVER, openSandbox } from '../testing/practice-client.ts'

test.each([
  'mcp-hangs',
  'resource-metadata-hangs',
  'issuer-metadata-hangs',
  'registration-hangs',
  'token-hangs',
] as const)('%s answers nothing until the caller gives up', async (name) => {
  const address = {
    'mcp-hangs': SERVER,
    'resource-metadata-hangs': 'http://localhost:4281/.well-known/oauth-protected-resource/mcp',
    'issuer-metadata-hangs': `${ISSUER}/.well-known/oauth-authorization-server`,
    'registration-hangs': `${ISSUER}/register`,
    'token-hangs': `${ISSUER}/token`,
  }[name]
  const caller = new AbortController()
  const request = new Request(address, { signal: caller.signal })
  const answer = openSandbox({ faults: [name] }).fetch(request)
  caller.abort()
  await expect(answer).rejects.toThrow('cancelled')
  expect((await openSandbox().fetch(new Request(address))).status).toBeLessThan(500)
})

test.each([
  ['mcp-drops', SERVER, 'POST'],
  [
    'resource-metadata-drops',
    'http://localhost:4281/.well-known/oauth-protected-resource/mcp',
    'GET',
  ],
  ['issuer-metadata-drops', `${ISSUER}/.well-known/oauth-authorization-server`, 'GET'],
  ['registration-drops', `${ISSUER}/register`, 'POST'],
  ['token-drops', `${ISSUER}/token`, 'POST'],
] as const)('%s cuts the connection instead of an answer', async (name, address, method) => {
  const sandbox = openSandbox({ faults: [name] })
  await expect(sandbox.fetch(new Request(address, { method }))).rejects.toThrow('reset')
  const preflight = await sandbox.fetch(new Request(address, { method: 'OPTIONS' }))
  expect(preflight.status).toBe(204)
})
