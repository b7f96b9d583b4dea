import type * as Engine from '../protocol/engine.ts'
import type { Ports, RunConfig, RunDocument, RunEvent, RunSecrets } from '../protocol/index.ts'

/** What a rehearsal is made with. */
export type Stage = {
  readonly engine: Pick<typeof Engine, 'walkOn' | 'documentOfLog'>
  readonly ports: Ports
  readonly app: RunDocument['app']
  /** Grants whatever an authorization URL asks for; gives where the browser ends. */
  readonly consent: (url: string) => Promise<string>
}

/** No walk comes back from consent more often: once, and a few times for a wider scope. */
const TURNS = 6

/** Walks in memory and to the end: the run on screen, its log and its form stay as they are. */
export async function rehearse(
  { engine, ports, app, consent }: Stage,
  config: RunConfig,
  secrets: RunSecrets = {},
): Promise<RunDocument> {
  const events: RunEvent[] = [{ type: 'run-started', at: ports.now(), run: 'rehearsal', config }]
  const log = { events: () => events, append: (event: RunEvent) => void events.push(event) }
  const { signal } = new AbortController()
  const documentNow = () => engine.documentOfLog(events, app, false)
  for (let turn = 0; turn < TURNS; turn += 1) {
    await engine.walkOn({ log, ports, secrets, signal, mode: 'run' })
    const { waiting } = documentNow().outcome
    if (waiting?.on !== 'authorization') break
    const url = await consent(waiting.url)
    if (!url.startsWith(config.redirectUri)) break
    log.append({ type: 'callback-arrived', at: ports.now(), url, by: 'same-tab' })
  }
  return documentNow()
}
