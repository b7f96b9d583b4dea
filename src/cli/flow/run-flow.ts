import { NoChromiumError } from '../chromium.ts'
import { servePage } from '../serve.ts'
import { launchBrowser } from './browser.ts'
import type { FlowOptions, MergeOptions } from './options.ts'
import { openOutput, OutputError } from './output.ts'
import { makePlan, type Plan } from './plan.ts'
import { openPublisher } from './publish/publisher.ts'
import type { Environment } from './secrets.ts'
import { mergeOutputs } from './shards/merge-outputs.ts'
import type { Terminal } from './terminal.ts'
import { UsageError } from './usage-error.ts'
import { walkAll } from './walk-all.ts'
import type { Site } from './walk-target.ts'

export type FlowPorts = {
  /** The built page, `dist/page`. */
  readonly folder: string
  /** The version of this program, for reports. */
  readonly version: string
  readonly environment: Environment
  readonly terminal: Terminal
  /** Ctrl-C; its reason is the exit code. */
  readonly signal: AbortSignal
}

/** Does what the options name, and gives the exit code. */
export async function runFlow(
  options: FlowOptions | MergeOptions,
  ports: FlowPorts,
): Promise<number> {
  try {
    return options.kind === 'merge'
      ? await mergeOutputs(options, ports)
      : await walkAsPlanned(options, ports)
  } catch (error) {
    const isTold = [UsageError, NoChromiumError, OutputError].some((kind) => error instanceof kind)
    if (!isTold || !(error instanceof Error)) throw error
    ports.terminal.warn(error.message)
    return error instanceof UsageError ? 2 : 3
  }
}

async function walkAsPlanned(options: FlowOptions, ports: FlowPorts): Promise<number> {
  const plan = await makePlan(options, ports.environment)
  const output = await openOutput('--out', options.out)
  const keeping = await openOutput('--baseline', options.update ? options.baseline : undefined)
  warnOfStrangers(plan, options, ports.terminal)
  const publisher = await openPublisher(options, ports.terminal)
  try {
    return await onStage(options, ports, (site) =>
      walkAll({ site, plan, output, keeping, publisher, options, ports }),
    )
  } finally {
    await publisher.close()
  }
}

/** A file that is compared with nothing guards nothing: a target was renamed, say. */
function warnOfStrangers({ baseline }: Plan, { subject }: FlowOptions, terminal: Terminal): void {
  if (subject.kind === 'server' || !baseline || baseline.strangers.length === 0) return
  const { folder, strangers } = baseline
  const verb = strangers.length === 1 ? 'belongs' : 'belong'
  terminal.warn(`--baseline ${folder}: ${strangers.join(', ')} ${verb} to no target.`)
}

/** Serves the page and starts the browser for as long as the work takes. */
async function onStage(
  { headed }: FlowOptions,
  { folder, signal, terminal }: FlowPorts,
  work: (site: Site) => Promise<number>,
): Promise<number> {
  const page = await servePage({ folder, port: 0 })
  try {
    const browser = await launchBrowser({ headed })
    // All that is under way in a browser ends with it.
    const close = () => void browser.close()
    signal.addEventListener('abort', close, { once: true })
    try {
      const code = await work({ browser, pageUrl: page.url })
      if (signal.aborted) return Number(signal.reason)
      if (browser.isConnected()) return code
      terminal.warn('The browser has ended before its time.')
      return 3
    } finally {
      await browser.close()
    }
  } finally {
    await page.close()
  }
}
