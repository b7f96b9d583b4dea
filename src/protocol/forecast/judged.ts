import { FIELD_WORDS } from '../clients/profiles.ts'
import type { Ask } from '../http/wire.ts'
import { newestFor, policyOf } from '../run/behaviour/client-policy.ts'
import type { ClientProfile } from '../run/client.ts'
import type { Policy } from '../run/policy.ts'
import type { Run } from '../run/run.ts'
import { type Judged, conclude } from './conclusion.ts'
import { inEraOf, remarkOnVersions } from './eras.ts'
import { MATTERS, OTHERWISE, RESOURCEFUL, STRICT, differing, openFields } from './open-fields.ts'
import type { Evidence } from './record.ts'
import { type Replay, replay, stopOf } from './replay.ts'

/** Lets a client walk over the evidence, also as it might be where nobody knows; what hangs on that is unknown. */
export async function judge(evidence: Evidence, profile: ClientProfile): Promise<Judged> {
  if (profile.differs.discovery === null) return nobodyKnows(['discovery'])
  const walked = await walk(evidence, profile)
  const plain = conclude(evidence.run, walked, profile)
  if (plain.verdict === 'unknown') return plain
  const decisive =
    plain.verdict === 'works'
      ? (decisiveCheck(walked, profile) ??
        (await decisiveWay(evidence, profile, { plain, ways: OTHERWISE, walked })))
      : await decisiveWay(evidence, profile, { plain, ways: RESOURCEFUL, walked })
  return decisive ? nobodyKnows([decisive], plain) : withVersions(evidence.run, profile, plain)
}

/** A check that nobody knows of, and that would end this walk. */
function decisiveCheck({ run }: Replay, profile: ClientProfile): keyof Policy | undefined {
  const open = openFields(STRICT, profile)
  if (open.length === 0 || !stopOf(run, differing(profile, STRICT, open))) return undefined
  return open.find((field) => stopOf(run, differing(profile, STRICT, [field]))) ?? open[0]
}

type Ways = { readonly plain: Judged; readonly walked: Replay; readonly ways: Partial<Policy> }

/** A way that nobody knows of, and with which the walk would end otherwise. */
async function decisiveWay(
  evidence: Evidence,
  profile: ClientProfile,
  { plain, walked, ways }: Ways,
): Promise<keyof Policy | undefined> {
  const open = openFields(ways, profile).filter((field) => MATTERS[field]?.(walked.run) ?? true)
  for (const field of open) {
    const other = await walk(evidence, differing(profile, ways, [field]))
    if (conclude(evidence.run, other, profile).verdict !== plain.verdict) return field
  }
  return undefined
}

/** What a client lacks to go on; one that fails might still fall back on what no source tells. */
export async function lacks(evidence: Evidence, profile: ClientProfile): Promise<readonly Ask[]> {
  const walked = await walk(evidence, profile)
  if (conclude(evidence.run, walked, profile).verdict !== 'fails') return askOf(walked)
  const others = openFields(RESOURCEFUL, profile).map((field) =>
    walk(evidence, differing(profile, RESOURCEFUL, [field])),
  )
  return (await Promise.all(others)).flatMap(askOf)
}

function askOf({ stop, missing }: Replay): readonly Ask[] {
  return stop || !missing?.ask ? [] : [missing.ask]
}

function walk(evidence: Evidence, profile: ClientProfile): Promise<Replay> {
  const { run } = evidence
  const { revision } = run.config
  const policy = policyOf(profile, revision === 'auto' ? newestFor(profile) : revision)
  return replay(evidence, { profile, policy: inEraOf(run, policy) })
}

function withVersions(run: Run, profile: ClientProfile, judged: Judged): Judged {
  const remark = judged.verdict === 'works' ? remarkOnVersions(run, profile) : undefined
  if (!remark) return judged
  return {
    ...judged,
    verdict: remark.verdict,
    why: remark.says,
    step: 'session',
    exchange: remark.exchange ?? judged.exchange,
    field: 'versions',
  }
}

function nobodyKnows(fields: readonly (keyof Policy)[], plain?: Judged): Judged {
  const words = fields.map((field) => FIELD_WORDS[field]).join(', ')
  const decides = plain ? ', and here that decides' : ''
  return {
    verdict: 'unknown',
    step: plain?.step ?? null,
    why: `No source tells ${words}${decides}.`,
    exchange: plain?.exchange ?? null,
    field: fields[0] ?? null,
  }
}
