import { type Exchange, type ExchangeId, answerOf } from '../http/exchange.ts'
import { parseJsonObject } from '../http/json.ts'
import type { ClientProfile } from '../run/client.ts'
import type { Policy } from '../run/policy.ts'
import type { Run } from '../run/run.ts'

/** Whether a server speaks an era of MCP, as far as a run shows. */
type Sight =
  | { readonly kind: 'spoken' }
  | { readonly kind: 'unseen' }
  | { readonly kind: 'refused'; readonly exchange: Exchange }

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
  readonly verdict: 'fails' | 'unknown'
  readonly says: string
  /** The refused handshake, where there was one. */
  readonly exchange?: ExchangeId
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
  if (sight.kind === 'spoken') return undefined
  const isLegacy = firstContact === 'legacy'
  const known =
    isLegacy && versions
      ? `Of MCP it speaks ${versions.join(', ')}`
      : 'No source tells whether it can do without initialize'
  if (sight.kind === 'unseen') {
    return { verdict: 'unknown', says: `${known}, and this run spoke 2026-07-28 only.` }
  }
  const says = `${known}, and this server refuses ${isLegacy ? 'initialize' : 'it'}.`
  return { verdict: isLegacy ? 'fails' : 'unknown', says, exchange: sight.exchange.id }
}

/** What lets a client in that fails for its versions. */
export const ANSWER_INITIALIZE =
  'Answer initialize too, with 2025-11-25 or the version that is asked for.'

/** Told once a run: each client asks. */
const sights = new WeakMap<Run, Sight>()

/** What the run shows of the revisions before 2026-07-28, whoever asked. */
export function legacySight(run: Run): Sight {
  const answers = run.exchanges
    .filter(({ request }) => request.body?.text.includes('"method":"initialize"'))
    .flatMap((exchange) => {
      const answer = answerOf(exchange)
      return answer && answer.status !== 401 && answer.status !== 403 ? [{ exchange, answer }] : []
    })
  const [first] = answers
  if (!first) return { kind: 'unseen' }
  const isSpoken = answers.some(
    ({ answer: { status, body } }) =>
      status < 300 &&
      (parseJsonObject(body.text)?.['result'] !== undefined || body.text.includes('"result"')),
  )
  return isSpoken ? { kind: 'spoken' } : { kind: 'refused', exchange: first.exchange }
}
