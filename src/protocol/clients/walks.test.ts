import { describe, expect, test } from 'vitest'
import type { SandboxOptions } from '../../sandbox/sandbox.ts'
import { practise } from '../practice-walk.ts'
import type { RunDocument } from '../run/document.ts'
import { CLIENTS } from './index.ts'

const SERVER = 'http://localhost:4281'
const ISSUER = 'http://localhost:4282'
const OAUTH = '.well-known/oauth-authorization-server'
const RESOURCE = '.well-known/oauth-protected-resource'

/** Walks as a client, and gives the requests up to the registration in words. */
async function walkAs(client: string, sandbox: Partial<SandboxOptions> = {}) {
  const { document } = await practise({ config: { client }, sandbox })
  return { document, asked: asked(document) }
}

function asked({ exchanges }: RunDocument): readonly string[] {
  const walked = exchanges.filter(({ diagnostic }) => diagnostic === undefined)
  const end = walked.findIndex(({ step }) => step === 'registration')
  return walked
    .slice(0, end < 0 ? undefined : end)
    .map(({ request }) => `${request.method} ${request.url}`)
}

function said({ decisions }: RunDocument): string {
  return decisions.map(({ says, why }) => `${says}: ${why}`).join('\n')
}

test.each(CLIENTS.filter(({ id }) => id !== 'chatgpt-2025-09').map(({ id }) => id))(
  '%s gets into a healthy server',
  async (id) => {
    expect((await walkAs(id)).document.outcome.summary).toBe('Connected: 12 tools.')
  },
)

describe('the order of requests', () => {
  test.each<[client: string, asked: readonly string[]]>([
    [
      'chatgpt-2025-09',
      [
        `HEAD ${SERVER}/${OAUTH}`,
        `GET ${SERVER}/${OAUTH}`,
        `GET ${SERVER}/.well-known/openid-configuration`,
      ],
    ],
    [
      'codex-cli',
      [
        `GET ${SERVER}/${OAUTH}/mcp`,
        `GET ${SERVER}/mcp/${OAUTH}`,
        `GET ${SERVER}/${OAUTH}`,
        `GET ${SERVER}/mcp`,
        `GET ${SERVER}/${RESOURCE}/mcp`,
        `GET ${ISSUER}/${OAUTH}`,
      ],
    ],
    [
      'gemini-cli',
      [`HEAD ${SERVER}/mcp`, `GET ${SERVER}/${RESOURCE}/mcp`, `GET ${ISSUER}/${OAUTH}`],
    ],
    [
      'mcp-remote',
      [
        `GET ${SERVER}/mcp`,
        `GET ${SERVER}/${RESOURCE}/mcp`,
        `GET ${ISSUER}/${OAUTH}`,
        `POST ${SERVER}/mcp`,
        `GET ${SERVER}/${RESOURCE}/mcp`,
        `GET ${ISSUER}/${OAUTH}`,
      ],
    ],
  ])('of %s is its own', async (client, expected) => {
    expect((await walkAs(client)).asked).toEqual(expected)
  })

  test('is not that of a page: nothing is asked ahead', async () => {
    const { document } = await walkAs('claude-ai')
    expect(document.exchanges.some(({ ahead }) => ahead !== undefined)).toBe(false)
  })

  test('ends at a pointer that must lead somewhere', async () => {
    const sandbox = { faults: ['pointer-to-nothing'] } as const
    const { document, asked: requests } = await walkAs('mcp-csharp-sdk', sandbox)
    expect(document.outcome).toMatchObject({ status: 'failed', step: 'resource-metadata' })
    expect(requests).toHaveLength(2)
  })
})

describe('a client that is imitated', () => {
  test('is told of first, with what nobody knows of it', async () => {
    const { document } = await walkAs('chatgpt-2025-09')
    expect(document.decisions[0]?.says).toMatch(/^Walks as ChatGPT connectors/)
    expect(document.decisions[1]?.why).toContain('whether it compares the issuer of metadata')
    expect((await walkAs('spec')).document.decisions[0]?.says).not.toContain('Walks as')
  })

  test('sends the headers of its metadata requests', async () => {
    const { document } = await walkAs('mcp-rust-sdk')
    const lookup = document.exchanges.find(({ step }) => step === 'server-metadata')
    expect(lookup?.request.headers).toContainEqual(['MCP-Protocol-Version', '2024-11-05'])
  })

  test('sends them to the MCP server alone where it does so', async () => {
    const { document } = await walkAs('vscode')
    const versions = document.exchanges
      .filter(({ step }) => step.endsWith('-metadata'))
      .map(({ to, request }) => [to, request.headers.length])
    expect(versions).toContainEqual(['server', 2])
    expect(versions).toContainEqual(['issuer', 1])
  })

  test('takes metadata for a parent address where it compares so, and others do not', async () => {
    const sandbox = { faults: ['prm-resource-origin'] } as const
    expect((await walkAs('mcp-ts-sdk-v1', sandbox)).document.outcome.status).toBe('passed')
    expect((await walkAs('gemini-cli', sandbox)).document.outcome.status).toBe('failed')
  })

  test('drops metadata for another resource, and goes on as if there were none', async () => {
    const { document } = await walkAs('claude-ai', { faults: ['prm-resource-other-origin'] })
    expect(said(document)).toContain('Goes on as if this resource metadata were not there')
    expect(said(document)).toContain(`Takes ${SERVER} as authorization server`)
  })

  test('asks for the scopes of its own sources', async () => {
    const scopes = { challenge: ['tools'], issuer: ['tools', 'vault', 'openid'] }
    const scopeOf = async (client: string) => {
      const { document } = await walkAs(client, { scopes })
      const request = document.exchanges.find(({ step }) => step === 'authorization')
      return new URL(request?.request.url ?? '').searchParams.get('scope')
    }
    expect(await scopeOf('vscode')).toBe('tools')
    expect(await scopeOf('gemini-cli')).toBe('tools vault openid')
    expect(await scopeOf('chatgpt-current')).toBe('tools openid')
    expect(await scopeOf('codex-cli')).toBeNull()
  })

  test('registers for the client authentication of its own', async () => {
    const { document } = await walkAs('mcp-csharp-sdk')
    const registration = document.exchanges.find(
      ({ step, diagnostic }) => step === 'registration' && diagnostic === undefined,
    )
    expect(registration?.request.body?.text).toContain('"client_secret_post"')
  })

  test('gives up at issuer metadata that it cannot use, where another looks on', async () => {
    const sandbox = { faults: ['asm-html'] } as const
    const strict = await walkAs('mcp-ts-sdk-v1', sandbox)
    expect(strict.asked.at(-1)).toBe(`GET ${ISSUER}/${OAUTH}`)
    expect(strict.document.outcome.cause).toBe('ASM-02')
    const other = await walkAs('vscode', sandbox)
    expect(other.asked).toContain(`GET ${ISSUER}/.well-known/openid-configuration`)
  })

  test('takes resource metadata without a resource for none', async () => {
    const { document } = await walkAs('mcp-ts-sdk-v2', { faults: ['prm-without-resource'] })
    expect(said(document)).toContain(`Takes ${SERVER} as authorization server`)
  })

  test('refuses another resource only when it has read whose issuer that is', async () => {
    const walked = await walkAs('mcp-ts-sdk-v1', { faults: ['prm-resource-other-origin'] })
    expect(walked.asked.at(-1)).toBe(`GET ${ISSUER}/${OAUTH}`)
    expect(walked.document.outcome.cause).toBe('PRM-07')
  })

  test('takes a 403 for a challenge only as far as it is known to', async () => {
    const statusOf = async (client: string, fault: 'no-token-403' | 'forbidden-without-token') =>
      (await walkAs(client, { faults: [fault] })).document.outcome.status
    expect(await statusOf('vscode', 'no-token-403')).toBe('passed')
    expect(await statusOf('mcp-ts-sdk-v1', 'no-token-403')).toBe('failed')
    expect(await statusOf('mcp-ts-sdk-v1', 'forbidden-without-token')).toBe('passed')
    expect(await statusOf('claude-ai', 'forbidden-without-token')).toBe('failed')
  })

  test('gives up at the rules that it is stricter in', async () => {
    const sandbox = { faults: ['token-type-missing'] } as const
    expect((await walkAs('mcp-ts-sdk-v2', sandbox)).document.outcome.cause).toBe('TOK-02')
    expect((await walkAs('vscode', sandbox)).document.outcome.status).toBe('passed')
  })
})
