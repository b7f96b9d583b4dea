import { answerOf } from '../http/exchange.ts'
import { parseJsonObject } from '../http/json.ts'
import type { ClientProfile } from '../run/client.ts'
import type { Policy } from '../run/policy.ts'
import type { Run } from '../run/run.ts'

/** Whether a server speaks an era of MCP, as far as a run shows. */
type Sight = 'spoken' | 'refused' | 'unseen'

/** The policy of a client that speaks as the run did: what it says of authorization does not hang on the era. */
export function inEraOf(run: Run, policy: Policy): Policy {
  const { session } = run.facts
  if (!session) return policy
  return session.era === 'modern'
    ? { ...policy, firstContact: 'modern' }
    : { ...policy, firstContact: 'legacy', versions: [session.version] }
}

/** What there is to say of the MCP versions that a client speaks, where the run saw only another era. */
export type VersionRemark = {
  readonly verdict: 'works' | 'fails' | 'unknown'
  readonly says: string
}

/** Undefined where the run has spoken to the server as the client does. */
export function remarkOnVersions(run: Run, { differs }: ClientProfile): VersionRemark | undefined {
  const { versions, firstContact } = differs
  // A profile that leaves both out is the specification's, whose walk knows both eras.
  if (versions === undefined || firstContact === 'modern' || run.facts.session?.era !== 'modern') {
    return undefined
  }
  const sight = sights.get(run) ?? legacySight(run)
  sights.set(run, sight)
  if (sight === 'spoken') return undefined
  const known = versions?.join(', ') ?? 'no version that a source tells'
  const seen =
    sight === 'refused' ? 'this server refuses initialize' : 'this run spoke 2026-07-28 only'
  const says = `Of MCP it speaks ${known}, and ${seen}.`
  if (sight === 'unseen') return { verdict: 'works', says }
  return { verdict: versions === null ? 'unknown' : 'fails', says }
}

/** Told once a run: each client asks. */
const sights = new WeakMap<Run, Sight>()

function legacySight(run: Run): Sight {
  const answers = run.exchanges
    .filter(({ request }) => request.body?.text.includes('"method":"initialize"'))
    .flatMap((exchange) => answerOf(exchange) ?? [])
    .filter(({ status }) => status !== 401 && status !== 403)
  if (answers.length === 0) return 'unseen'
  const isSpoken = answers.some(
    ({ status, body }) =>
      status < 300 &&
      (parseJsonObject(body.text)?.['result'] !== undefined || body.text.includes('"result"')),
  )
  return isSpoken ? 'spoken' : 'refused'
}
