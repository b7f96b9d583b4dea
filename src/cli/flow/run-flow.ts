import { availableParallelism } from 'node:os'
import { NoChromiumError } from '../chromium.ts'
import { servePage } from '../serve.ts'
import { launchBrowser } from './browser.ts'
import { inOrder } from './in-order.ts'
import type { FlowOptions } from './options.ts'
import { openOutput, type Output } from './output.ts'
import { makePlan, type Plan } from './plan.ts'
import { workThrough } from './pool.ts'
import { toLines, toProgress, toTotal } from './report.ts'
import { type Result, toResult, toSummary } from './result.ts'
import { type Environment, secretsFor } from './secrets.ts'
import { type Target, textOf } from './target.ts'
import type { Terminal } from './terminal.ts'
import { UsageError } from './usage-error.ts'
import { type Site, walkTarget } from './walk-target.ts'

export type FlowPorts = {
  /** The built page, `dist/page`. */
  readonly folder: string
  readonly environment: Environment
  readonly terminal: Terminal
  /** Ctrl-C; its reason is the exit code. */
  readonly signal: AbortSignal
}

/** Walks what the options name, and gives the exit code. */
export async function runFlow(options: FlowOptions, ports: FlowPorts): Promise<number> {
  try {
    const plan = await makePlan(options, ports.environment)
    const output = await openOutput(options.out)
    return await onStage(options, ports, (site) => walkAll({ site, plan, output, options, ports }))
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof NoChromiumError)) throw error
    ports.terminal.warn(error.message)
    return error instanceof UsageError ? 2 : 3
  }
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

type Work = {
  readonly site: Site
  readonly plan: Plan
  readonly output: Output
  readonly options: FlowOptions
  readonly ports: FlowPorts
}

async function walkAll(work: Work): Promise<number> {
  const { plan, options, ports, output } = work
  const { terminal, signal } = ports
  const { targets } = plan
  const started = performance.now()
  const results: Result[] = []
  const running = new Set<string>()
  const printer = inOrder(targets, (document) => terminal.print(JSON.stringify(document ?? null)))
  const show = () => terminal.show(toProgress(results.length, targets.length, [...running]))
  const workers = options.workers ?? Math.max(2, availableParallelism())
  await workThrough(targets, { workers, signal }, async (target) => {
    running.add(target.name)
    show()
    const result = await walkOne(work, target)
    running.delete(target.name)
    // What an interruption cut off is not what the target came to.
    if (signal.aborted) return
    results.push(result)
    for (const line of toLines(result)) terminal.say(line)
    if (options.json) printer.put(target, result.document)
    show()
    if (result.document) await output.write(result.file, result.document)
  })
  if (options.json) printer.flush()
  terminal.show('')
  terminal.say(toTotal(results, targets.length, performance.now() - started))
  await output.write('summary.json', toSummary(results, targets.length))
  return results.every(({ differences }) => differences.length === 0) ? 0 : 1
}

async function walkOne({ site, plan, options, ports }: Work, target: Target): Promise<Result> {
  const started = performance.now()
  const consent = plan.consents.get(textOf(target, 'consent') ?? '')
  const ending = await walkTarget(site, target, {
    secrets: secretsFor(target, plan.credentials),
    consent,
    isWatched: options.headed || consent !== undefined,
    signal: ports.signal,
  })
  return toResult(target, ending, performance.now() - started)
}
