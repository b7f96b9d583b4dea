import { DEFAULT_CONFIG, type RunDocument, type RunEvent, type Waiting } from '../protocol/index.ts'
import { createRunStore } from './run-store.ts'

const CONFIG: RunDocument['config'] = {
  ...DEFAULT_CONFIG,
  server: 'https://tools.example/mcp',
  redirectUri: 'https://page.example/callback.html',
  clientUri: 'https://page.example/',
}

/** For tests: how a log begins. */
export const STARTED: RunEvent = { type: 'run-started', at: 0, run: 'r1', config: CONFIG }

/** For tests: a store whose frames come when the test says so. */
export function buildStore(
  waitingFor: (log: readonly RunEvent[]) => Waiting | null = () => null,
  isSeen = true,
) {
  const kept: RunEvent[] = []
  const made: string[] = []
  let frame = (): void => undefined
  const run = createRunStore({
    documentOf(log, live) {
      made.push(`${log.length}${live ? ' live' : ''}`)
      return buildDocument(log, waitingFor(log))
    },
    waitingOf: waitingFor,
    isSeen,
    soon: (work) => {
      frame = work
    },
    keep: (event, index) => void kept.splice(index, 1, event),
    forget: () => void kept.splice(0),
  })
  return { run, kept, made, drawFrame: () => frame() }
}

function buildDocument(log: readonly RunEvent[], waiting: Waiting | null): RunDocument {
  const nothing = { cause: null, fix: null, culprit: null, canContinue: false, step: null }
  return {
    format: 'mcp-flow-run',
    version: 1,
    app: { name: 'test', version: '0' },
    id: 'r1',
    startedAt: 0,
    endedAt: log.length,
    config: CONFIG,
    revision: '2026-07-28',
    outcome: { ...nothing, status: 'stopped', summary: '', waiting },
    steps: [],
    exchanges: log.flatMap((event) => (event.type === 'exchange-started' ? [event.exchange] : [])),
    findings: [],
    decisions: [],
    tools: [],
    clients: [],
    continued: [],
    from: null,
  }
}
