import { parseChallenges } from '../../http/challenge.ts'
import { type Exchange, type ResponseOutcome, joinHeader } from '../../http/exchange.ts'
import type { ChallengeFact } from '../../run/facts.ts'

/** What an answer of 401 or 403 says, as a lenient client reads it (RFC 6750 section 3, RFC 9728 section 5.1). */
export function toChallengeFact(exchange: Exchange, answer: ResponseOutcome): ChallengeFact {
  const raw = joinHeader(answer.headers, 'WWW-Authenticate')
  const shared = { exchange: exchange.id, status: answer.status, required: true }
  if (raw === undefined) {
    return { ...shared, header: answer.headersComplete ? 'absent' : 'hidden' }
  }
  const header = parseChallenges(raw)
  const parameters: { readonly [name: string]: string } =
    header.lenient.kind === 'bearer' ? header.lenient.parameters : {}
  const { resource_metadata: resourceMetadata, scope, error } = parameters
  return {
    ...shared,
    header,
    ...(resourceMetadata !== undefined && { resourceMetadata }),
    ...(scope !== undefined && { scope }),
    ...(error !== undefined && { error }),
  }
}
