import { PROFILES } from './clients/profiles.ts'
import { changesOf } from './forecast/changes.ts'
import type { Judged } from './forecast/conclusion.ts'
import { ANSWER_INITIALIZE } from './forecast/eras.ts'
import { judge } from './forecast/judged.ts'
import { type Evidence, evidenceOf, isOtherAt } from './forecast/record.ts'
import { toDocumentClient } from './forecast/words.ts'
import type { ClientProfile } from './run/client.ts'
import type { DocumentClient } from './run/document.ts'
import type { RunEvent } from './run/events.ts'
import { foldRun } from './run/run.ts'

/**
 * Foretells of each known client whether it gets into the server of a run: its own policy walks over the answers that
 * the run has seen. Nothing is sent. A request that was never made, and a behaviour that no source tells, give
 * `unknown`.
 */
export async function forecast(events: readonly RunEvent[]): Promise<readonly DocumentClient[]> {
  const run = foldRun(events)
  if (run.config.grant === 'client_credentials') return []
  const evidence = evidenceOf(run)
  return Promise.all(PROFILES.map((profile) => foretell(evidence, profile)))
}

async function foretell(evidence: Evidence, profile: ClientProfile): Promise<DocumentClient> {
  const looked = new Set<string>()
  const judged = await judge({ ...evidence, looked }, profile)
  return toDocumentClient(profile, judged, await flipOf({ evidence, profile, looked }, judged))
}

async function flipOf(way: Way, { verdict, field }: Judged): Promise<string | null> {
  if (verdict !== 'fails') return null
  return field === 'versions' ? ANSWER_INITIALIZE : findFlip(way)
}

/** How a client came to its verdict. */
type Way = {
  readonly evidence: Evidence
  readonly profile: ClientProfile
  /** What it asked the evidence for. */
  readonly looked: ReadonlySet<string>
}

/**
 * The first change after which the client no longer fails, found by walking over the changed answers. A change of what
 * the client never looked for changes nothing for it.
 */
async function findFlip({ evidence, profile, looked }: Way): Promise<string | null> {
  let further: string | null = null
  for (const { says, evidence: changed } of changesOf(evidence)) {
    if (!isOtherAt(evidence, changed, looked)) continue
    const after = await judge(changed, profile)
    if (after.verdict === 'works') return says
    if (after.verdict === 'unknown')
      further ??= `${says} What follows then, this run has not tried.`
  }
  return further
}
