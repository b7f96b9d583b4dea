import type { ChallengeReading } from '../../http/challenge.ts'
import { parseChallenges } from '../../http/challenge.ts'
import { findHeader, joinHeader } from '../../http/exchange.ts'
import type { Run } from '../../run/run.ts'
import { wasRepeated } from '../net/ended-without-answer.ts'
import { type Answered, answeredIn } from '../record.ts'

/** A 403 to a request that carried a token, with its challenge. */
export type Refusal = Answered & { readonly header: ChallengeReading | 'absent' | 'hidden' }

/** Every 403 to an MCP request with a token, oldest first; of one that was asked again, what the relay saw. */
export function refusalsWithToken(run: Run): readonly Refusal[] {
  const answers = [...answeredIn(run, 'session'), ...answeredIn(run, 'tools')]
  const refusals = answers.filter((each) => isRefusal(each) && !wasRepeated(run, each.exchange))
  return refusals.map((each) => ({ ...each, header: headerOf(each) }))
}

/** The Bearer parameters of a refusal, as a lenient client reads them. */
export function parametersOf(refusal: Refusal): { readonly [name: string]: string } {
  if (typeof refusal.header === 'string') return {}
  const { lenient } = refusal.header
  return lenient.kind === 'bearer' ? lenient.parameters : {}
}

function isRefusal({ exchange, answer }: Answered): boolean {
  return (
    answer.status === 403 &&
    exchange.to === 'server' &&
    findHeader(exchange.request.headers, 'authorization') !== undefined
  )
}

function headerOf({ answer }: Answered): Refusal['header'] {
  const raw = joinHeader(answer.headers, 'www-authenticate')
  if (raw !== undefined) return parseChallenges(raw)
  return answer.headersComplete ? 'absent' : 'hidden'
}
