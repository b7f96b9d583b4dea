import { execFileSync, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** What a program that has ended said. */
export type Said = {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** A program that runs. */
export type Program = {
  readonly ended: Promise<Said>
  /** Fulfilled when standard output has this in it. */
  says(words: string): Promise<void>
  /** Ctrl-C. */
  interrupt(): void
  /** The ids of the processes that it has started, and those have started. */
  descendants(): readonly number[]
}

export type Environment = Readonly<Record<string, string>>

/** Starts the runner as `npm run flow --` does. */
export function startFlow(args: readonly string[], environment: Environment = {}): Program {
  const child = spawn(process.execPath, ['src/cli/launch.mjs', 'flow', ...args], {
    cwd: ROOT,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = { stdout: '', stderr: '' }
  const listeners = new Set<() => void>()
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      said[name] += text
      for (const listen of listeners) listen()
    })
  }
  const ended = new Promise<Said>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, ...said }))
  })
  return {
    ended,
    says: (words) =>
      new Promise((resolve, reject) => {
        const listen = () => said.stdout.includes(words) && resolve()
        listeners.add(listen)
        void ended.then(() => reject(new Error(`It ended without "${words}": ${said.stderr}`)))
        listen()
      }),
    interrupt: () => void child.kill('SIGINT'),
    descendants: () => findDescendants(child.pid ?? 0),
  }
}

/** Runs the runner to its end. */
export function runFlow(args: readonly string[], environment?: Environment): Promise<Said> {
  return startFlow(args, environment).ended
}

function findDescendants(ancestor: number): readonly number[] {
  const table = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
  const pairs = table
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
  const found = new Set([ancestor])
  // A process can stand before its parent in the table.
  for (let size = 0; size !== found.size;) {
    size = found.size
    for (const [pid = 0, parent = 0] of pairs) if (found.has(parent)) found.add(pid)
  }
  found.delete(ancestor)
  return [...found]
}
