import { PROFILES } from '../clients/profiles.ts'
import type { Ask, Wire } from '../http/wire.ts'
import type { RunSecrets } from '../run/config.ts'
import type { RunLog } from '../run/events.ts'
import { type Run, foldRun } from '../run/run.ts'
import { asSurvey } from './as-survey.ts'
import { surveyHandshake } from './handshake.ts'
import { lacks } from './judged.ts'
import { type Evidence, evidenceOf } from './record.ts'

/** The most requests of a survey: two are for the handshake and its end. */
const MOST = 10

/** What a survey is handed by the walk that it follows. */
export type Surveyed = {
  readonly wire: Wire
  readonly log: RunLog
  readonly secrets: RunSecrets
  readonly signal: AbortSignal
}

/**
 * Asks what real clients would ask and this walk did not, as far as it can do no harm: GET and HEAD, and the handshake of
 * the revisions before 2026-07-28. Made once a walk has ended, so that none of it waits. Each client goes on over what is
 * known by then, until it asks for more.
 */
export async function askForForecast(
  { wire, log, secrets, signal }: Surveyed,
  wish: 'survey' | 'handshake',
): Promise<void> {
  const run = foldRun(log.events())
  await surveyHandshake(wire, { run, config: run.config, secrets })
  if (wish === 'handshake') return
  const asked = new Set<string>()
  while (asked.size < MOST && !signal.aborted) {
    const asks = await missingIn(evidenceOf(foldRun(log.events())))
    const fresh = asks.filter((ask) => !asked.has(keyOf(ask))).slice(0, MOST - asked.size)
    if (fresh.length === 0) return
    for (const ask of fresh) asked.add(keyOf(ask))
    await Promise.all(fresh.map((ask) => wire.send(asSurvey(wire, ask))))
  }
}

/** What each client lacks to go on, the same request once. */
async function missingIn(evidence: Evidence): Promise<readonly Ask[]> {
  const known = PROFILES.filter(({ differs }) => differs.discovery !== null)
  const lacking = await Promise.all(known.map((profile) => lacks(evidence, profile)))
  const asks = lacking.flat().flatMap((ask) => harmless(evidence.run, ask))
  return [...new Map(asks.map((ask) => [keyOf(ask), ask])).values()]
}

/** A registration that no metadata names is not made; whether anything is there shows by a GET. */
function harmless({ facts }: Run, ask: Ask): readonly Ask[] {
  if (ask.method === 'GET' || ask.method === 'HEAD') return [ask]
  const isGuessed =
    ask.url.endsWith('/register') && facts.serverMetadata?.registrationEndpoint !== ask.url
  if (!isGuessed) return []
  const { body: _, answered: __, ...bare } = ask
  return [{ ...bare, method: 'GET', headers: [['Accept', 'application/json']] }]
}

function keyOf({ method, url }: Ask): string {
  return `${method} ${url}`
}
