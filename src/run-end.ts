import type { QueryClient } from '@tanstack/react-query'
import { saveRun } from './platform/saved-runs.ts'
import type * as EngineModule from './protocol/engine.ts'
import type { RunDocument } from './protocol/index.ts'
import type { RunStore } from './state/run-store.ts'

/** The walk's own code, which is loaded after the start screen. */
export type Engine = typeof EngineModule

/** The run that has ended, with what it foretells of clients. One that waits for the person is not at its end. */
export async function foretold(engine: Engine, run: RunStore): Promise<RunDocument | null> {
  const events = run.events()
  const document = run.document()
  if (document && document.outcome.waiting === null) {
    // A page whose files are gone by now tells its run all the same, without a forecast.
    const clients = await engine.foretellClients(events).catch(() => [])
    run.foretell(events, clients)
  }
  // Whoever began another run meanwhile is told of that one.
  return run.events() === events ? run.document() : document
}

/** Keeps the run in this browser, redacted. */
export async function save(
  engine: Engine,
  document: RunDocument,
  queries: QueryClient,
): Promise<void> {
  const { status } = document.outcome
  if (status === 'running') return
  const redacted = redactedOf(engine, document)
  await saveRun({
    id: document.id,
    server: redacted.config.server,
    startedAt: document.startedAt,
    status,
    summary: redacted.outcome.summary,
    text: engine.serializeRun(redacted),
  })
  await queries.invalidateQueries({ queryKey: ['runs'] })
}

const redactions = new WeakMap<RunDocument, ReturnType<Engine['redactRun']>>()

/** The document as it may leave the tab. It is redacted once, however often it is asked for. */
export function redactedOf(engine: Engine, document: RunDocument): ReturnType<Engine['redactRun']> {
  const redacted = redactions.get(document) ?? engine.redactRun(document)
  redactions.set(document, redacted)
  return redacted
}
