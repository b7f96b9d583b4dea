import { askConsent } from './practice.ts'
import type * as EngineModule from './protocol/engine.ts'
import type { Ports, RunConfig, RunDocument, RunEvent } from './protocol/index.ts'

/** What a walk in memory needs of the page. */
export type Practising = {
  readonly engine: Pick<typeof EngineModule, 'documentOfLog' | 'walkOn'>
  readonly ports: Ports
  readonly app: RunDocument['app']
}

/** No walk comes back from consent more often: once, and once more for a wider scope. */
const TURNS = 4

/** Walks a practice server inside this page in memory: the run on screen, its log and its form stay as they are. */
export async function practise(
  { engine, ports, app }: Practising,
  config: RunConfig,
): Promise<RunDocument> {
  const run = crypto.randomUUID()
  const events: RunEvent[] = [{ type: 'run-started', at: ports.now(), run, config }]
  const log = { events: () => events, append: (event: RunEvent) => void events.push(event) }
  const signal = new AbortController().signal
  const documentNow = () => engine.documentOfLog(events, app, false)
  for (let turn = 0; turn < TURNS; turn += 1) {
    await engine.walkOn({ log, ports, secrets: {}, signal, mode: 'run' })
    const { waiting } = documentNow().outcome
    if (waiting?.on !== 'authorization') break
    log.append({
      type: 'callback-arrived',
      at: ports.now(),
      url: await granted(waiting.url),
      by: 'same-tab',
    })
  }
  return documentNow()
}

/** Grants whatever is asked for; a request that cannot be granted stays where it is. */
async function granted(url: string): Promise<string> {
  const request = await askConsent(url)
  switch (request.kind) {
    case 'refused':
      return url
    case 'redirect':
      return request.location
    case 'ask':
      return request.allow()
  }
}
