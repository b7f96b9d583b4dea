import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { servePractice } from './practice.ts'
import { servePage } from './serve.ts'
import { parseStartOptions, type StartOptions, USAGE } from './start-options.ts'

type Stoppable = { close(): Promise<void> }

// Built, this file is dist/node/start.js.
const folder = fileURLToPath(new URL('../page', import.meta.url))

async function start({ port, practice, open }: StartOptions): Promise<readonly Stoppable[]> {
  const wished = port === 0 ? 0 : port + 1
  const server = practice ? await servePractice(wished) : undefined
  const page = await servePage({ folder, port, practice: server ? [server.url] : [] })
  tellOfMove(port, page.port)
  console.log(`Page ${page.url}`)
  if (server) {
    tellOfMove(wished, server.port)
    console.log(`Practice server ${server.url}`)
  }
  if (open) openInBrowser(page.url)
  return server ? [page, server] : [page]
}

function tellOfMove(wished: number, taken: number): void {
  if (wished !== 0 && wished !== taken) {
    console.error(`Port ${wished} is taken, so this is on ${taken}.`)
  }
}

function openInBrowser(url: string): void {
  const commands: Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>> = {
    darwin: ['open', url],
    win32: ['cmd', '/c', 'start', '', url],
  }
  const [command, ...args] = commands[process.platform] ?? ['xdg-open', url]
  spawn(command, args, { stdio: 'ignore', detached: true })
    .once('error', () => console.error(`No browser could be opened: open ${url} yourself.`))
    .unref()
}

function stopOnSignal(servers: readonly Stoppable[]): void {
  const stop = () => {
    void Promise.all(servers.map((server) => server.close()))
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

const options = parseStartOptions(process.argv.slice(2))
switch (options.kind) {
  case 'help':
    console.log(USAGE)
    break
  case 'wrong':
    console.error(options.message)
    process.exitCode = 2
    break
  case 'options':
    stopOnSignal(await start(options))
    break
}
