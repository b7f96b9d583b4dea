import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { listenOnLoopback } from '../../src/cli/local/loopback.ts'

const FILE = fileURLToPath(
  import.meta.resolve('@modelcontextprotocol/sdk/examples/server/simpleStreamableHttp.js'),
)

/** The example server of the SDK's first line: sessions, event streams, revisions up to 2025-11-25, no CORS. */
export type SdkExample = { readonly url: string; close(): Promise<void> }

/** Starts it with its issuer; a strict one takes no token that was not asked for with its resource. */
export async function startSdkExample(kind: 'plain' | 'strict'): Promise<SdkExample> {
  const [port, issuerPort] = await findFreePorts()
  const flags = kind === 'strict' ? ['--oauth', '--oauth-strict'] : ['--oauth']
  const child = spawn(process.execPath, [FILE, ...flags], {
    env: { ...process.env, MCP_PORT: String(port), MCP_AUTH_PORT: String(issuerPort) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  let said = ''
  await new Promise<void>((resolve, reject) => {
    const listen = (text: string): void => {
      said += text
      if (said.includes(`port ${port}\n`) && said.includes(`port ${issuerPort}\n`)) resolve()
    }
    child.stdout.setEncoding('utf8').on('data', listen)
    child.stderr.setEncoding('utf8').on('data', listen)
    child.once('error', reject)
    void ended.then(() => reject(new Error(`The example server ended: ${said}`)))
  })
  return {
    url: `http://localhost:${port}/mcp`,
    close: () => {
      child.kill()
      return ended
    },
  }
}

/** The example takes ports by number only, so two are looked for and left to it. */
async function findFreePorts(): Promise<readonly [number, number]> {
  const [first, second] = await Promise.all([
    listenOnLoopback(() => undefined, 0),
    listenOnLoopback(() => undefined, 0),
  ])
  await Promise.all([first.close(), second.close()])
  return [first.port, second.port]
}
