import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { type Report, type ReportedTarget, toHar, toReport } from '../../protocol/reports.ts'
import { readAccount } from '../consents/account.ts'
import { compareEnding } from './baseline/baseline.ts'
import { inOrder } from './in-order.ts'
import type { FlowOptions } from './options.ts'
import type { Output } from './output.ts'
import type { Plan } from './plan.ts'
import { workThrough } from './pool.ts'
import type { Publisher } from './publish/publisher.ts'
import { toLines, toProgress, toTotal } from './report.ts'
import { type Result, toResult } from './result.ts'
import type { FlowPorts } from './run-flow.ts'
import { secretsFor } from './secrets.ts'
import { harFileOf, pictureFileOf, runFileOf, traceFileOf, type Target, textOf } from './target.ts'
import { type Site, walkTarget } from './walk-target.ts'
import { isGitHub, writeReports } from './write-reports.ts'

export type Work = {
  readonly site: Site
  readonly plan: Plan
  readonly output: Output
  /** Where runs are kept as baseline. */
  readonly keeping: Output
  readonly publisher: Publisher
  readonly options: FlowOptions
  readonly ports: FlowPorts
}

/**
 * Walks all targets and writes each result as it comes: of a run that has ended nothing is kept but what the reports
 * say. Gives the exit code.
 */
export async function walkAll(work: Work): Promise<number> {
  const { plan, options, ports } = work
  // A disk that is full ends the work, yet not without a word on what was done.
  const halt = new AbortController()
  const signal = AbortSignal.any([ports.signal, halt.signal])
  const startedAt = Date.now()
  const reported = new Map<Target, ReportedTarget>()
  const board = openBoard(work)
  const workers = options.workers ?? Math.max(2, availableParallelism())
  try {
    await workThrough(plan.targets, { workers, signal }, async (target) => {
      board.begin(target)
      const result = await walkOne(work, target, signal)
      // What an interruption cut off is not what the target came to.
      if (signal.aborted) return
      reported.set(target, result.reported)
      board.end(result)
      await write(work, result).catch((error: unknown) => {
        halt.abort()
        throw error
      })
    })
  } finally {
    board.close()
    await conclude(work, toReport({ ...aboutRun(work, startedAt), ...inTurn(plan, reported) }))
  }
  return [...reported.values()].every(({ asExpected }) => asExpected) ? 0 : 1
}

function aboutRun({ ports }: Work, startedAt: number) {
  const app = { name: 'mcp-flow-debugger', version: ports.version }
  return { app, startedAt, milliseconds: Date.now() - startedAt }
}

function inTurn({ targets }: Plan, reported: ReadonlyMap<Target, ReportedTarget>) {
  return {
    targets: targets.flatMap((target) => reported.get(target) ?? []),
    notRun: targets.filter((target) => !reported.has(target)).map(({ name }) => name),
  }
}

async function conclude({ output, publisher, ports }: Work, report: Report): Promise<void> {
  const { environment, terminal, signal } = ports
  terminal.say(toTotal(report))
  await writeReports(report, { output, environment, terminal })
  // A run that somebody broke off tells a team nothing of its servers.
  if (!signal.aborted) await publisher.publish(report)
}

async function write(
  { output, keeping, publisher }: Work,
  { target, document, reported, picture }: Result,
): Promise<void> {
  if (picture) await output.write(pictureFileOf(target), picture)
  if (!document) return
  const text = `${JSON.stringify(document, null, 2)}\n`
  if (output.isOpen) {
    await output.write(runFileOf(target), text)
    await output.write(harFileOf(target), toHar(document))
  }
  if (reported.baseline?.state === 'kept') await keeping.write(runFileOf(target), text)
  await publisher.write(runFileOf(target), text)
}

async function walkOne(
  { site, plan, options, ports }: Work,
  target: Target,
  signal: AbortSignal,
): Promise<Result> {
  const started = performance.now()
  const consent = plan.consents.get(textOf(target, 'consent') ?? '')
  const secrets = secretsFor(target, plan.credentials)
  const { trace: isTraced, out } = options
  const trace = isTraced && out !== undefined ? join(out, traceFileOf(target)) : undefined
  const ending = await walkTarget(site, target, {
    secrets,
    consent,
    account: readAccount(ports.environment, textOf(target, 'account')),
    isWatched: options.headed || consent !== undefined,
    signal,
    trace,
  })
  const hasTrace = trace !== undefined && ending.problem !== undefined
  return toResult(target, ending, {
    secrets,
    files: [
      ...(ending.picture ? [pictureFileOf(target)] : []),
      ...(hasTrace ? [traceFileOf(target)] : []),
    ],
    milliseconds: performance.now() - started,
    baseline: plan.baseline,
    comparison: compareEnding(plan.baseline, target, ending),
  })
}

/** What is told while targets are walked. */
function openBoard({ plan, options, ports }: Work) {
  const { terminal, environment } = ports
  const { targets } = plan
  const running = new Set<string>()
  const printer = inOrder(targets, (text: string) => terminal.print(text))
  const resume = isGitHub(environment) ? stopCommands(ports) : () => undefined
  let done = 0
  const show = () => terminal.show(toProgress(done, targets.length, [...running]))
  return {
    begin: ({ name }: Target) => {
      running.add(name)
      show()
    },
    end: ({ target, document, reported }: Result) => {
      running.delete(target.name)
      done += 1
      for (const line of toLines(reported)) terminal.say(line)
      if (options.json) printer.put(target, JSON.stringify(document ?? null))
      show()
    },
    close: () => {
      if (options.json) printer.flush()
      terminal.show('')
      resume()
    },
  }
}

/** Until it is resumed, GitHub Actions obeys no line: a server's words could be made to look like a command. */
function stopCommands({ terminal }: FlowPorts): () => void {
  const token = crypto.randomUUID()
  terminal.say(`::stop-commands::${token}`)
  return () => terminal.say(`::${token}::`)
}
