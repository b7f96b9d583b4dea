import { fileURLToPath } from 'node:url'
import { type FlowOptions, type MergeOptions, parseFlowOptions, USAGE } from './flow/options.ts'
import { createTerminal } from './flow/terminal.ts'

// Built, this file is dist/node/flow.js.
const folder = fileURLToPath(new URL('../page', import.meta.url))
const SIGNALS = { SIGINT: 130, SIGTERM: 143 } as const

async function flow(options: FlowOptions | MergeOptions): Promise<number> {
  const terminal = createTerminal(process, { json: options.kind === 'options' && options.json })
  if (options.kind === 'options' && options.subject.kind === 'server') {
    const { note } = options.subject
    if (note !== undefined) terminal.warn(note)
  }
  try {
    // Loaded only now: what drives a browser takes half a second to load.
    const { runFlow } = await import('./flow/run-flow.ts')
    const signal = catchSignals()
    return await runFlow(options, {
      folder,
      version: APP_VERSION,
      environment: process.env,
      terminal,
      signal,
    })
  } catch (error) {
    terminal.warn(
      `The runner could not work: ${error instanceof Error ? error.message : String(error)}`,
    )
    return 3
  }
}

/** The first signal ends the work in an orderly way, the second at once. */
function catchSignals(): AbortSignal {
  const stopping = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.on(name, () => {
      if (stopping.signal.aborted) process.exit(SIGNALS[name])
      stopping.abort(SIGNALS[name])
    })
  }
  return stopping.signal
}

const options = parseFlowOptions(process.argv.slice(2), process.cwd())
switch (options.kind) {
  case 'help':
    console.log(USAGE)
    break
  case 'wrong':
    console.error(options.message)
    process.exitCode = 2
    break
  case 'options':
  case 'merge':
    process.exitCode = await flow(options)
    break
}
