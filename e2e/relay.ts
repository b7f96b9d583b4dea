import { runRelay } from '../src/relay/program.ts'

/** A relay that runs, as `npm run relay` starts it. */
export type RunningRelay = {
  /** The line with its address, and with the secret of a relay of one's own. */
  readonly line: string
  readonly url: string
  /** What it wrote to standard output after that: a team's log. */
  readonly log: readonly string[]
  stop(): Promise<void>
}

/** Starts a relay on a free port. */
export async function startRelay(options: readonly string[]): Promise<RunningRelay> {
  const stopping = new AbortController()
  const log: string[] = []
  let found = (_line: string): void => undefined
  const printed = new Promise<string>((resolve) => {
    found = resolve
  })
  const hear = (line: string): void => (line.startsWith('Relay ') ? found(line) : undefined)
  const running = runRelay(['--port', '0', ...options], {
    say: (line) => {
      hear(line)
      log.push(line)
    },
    warn: hear,
    signal: stopping.signal,
  })
  const line = await printed
  return {
    line,
    url: line.replace(/^Relay /, '').replace(/#.*/, ''),
    log,
    stop: async () => {
      stopping.abort()
      await running
    },
  }
}

/** `npm run relay -- --new-token NAME --people FILE`, and the token that it prints. */
export async function newToken(name: string, people: string): Promise<string> {
  let token = ''
  await runRelay(['--new-token', name, '--people', people], {
    say: (line) => {
      token = line
    },
    warn: () => undefined,
    signal: new AbortController().signal,
  })
  return token
}
