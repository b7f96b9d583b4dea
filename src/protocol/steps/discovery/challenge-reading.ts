import { parseChallenges } from '../../http/challenge.ts'
import { type Exchange, type ResponseOutcome, joinHeader } from '../../http/exchange.ts'
import type { ChallengeFact } from '../../run/facts.ts'
import type { StepContext } from '../../run/step.ts'

/** What an answer of 401 or 403 says, as a lenient client reads it (RFC 6750 section 3, RFC 9728 section 5.1). */
export function toChallengeFact(
  { policy: { challengePattern } }: StepContext,
  exchange: Exchange,
  answer: ResponseOutcome,
): ChallengeFact {
  const raw = joinHeader(answer.headers, 'WWW-Authenticate')
  const shared = { exchange: exchange.id, status: answer.status, required: true }
  if (raw === undefined) {
    return { ...shared, header: answer.headersComplete ? 'absent' : 'hidden' }
  }
  const header = parseChallenges(raw)
  const parameters: { readonly [name: string]: string } =
    header.lenient.kind === 'bearer' ? header.lenient.parameters : {}
  const read = (name: string): string | undefined =>
    challengePattern === '' ? parameters[name] : cutOut(raw, `${name}=${challengePattern}`)
  const [resourceMetadata, scope, error] = ['resource_metadata', 'scope', 'error'].map(read)
  return {
    ...shared,
    header,
    ...(resourceMetadata !== undefined && { resourceMetadata }),
    ...(scope !== undefined && { scope }),
    ...(error !== undefined && { error }),
  }
}

/** The first group that matches anywhere in a header which begins with a Bearer challenge. */
function cutOut(header: string, pattern: string): string | undefined {
  if (!/^bearer ./i.test(header)) return undefined
  return new RegExp(pattern).exec(header)?.slice(1).find(Boolean)
}
