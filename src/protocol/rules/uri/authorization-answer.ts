import { findHeader } from '../../http/exchange.ts'
import type { Verdict } from '../../run/rule.ts'
import type { Run } from '../../run/run.ts'
import type { ProbeName } from '../../spec/probes.ts'
import { readUrl } from '../addresses.ts'
import { inHeader, inStatus, inUrl } from '../evidence.ts'
import { probeSeen } from '../probe-seen.ts'
import type { Answered } from '../record.ts'
import { clipped, shownStatus } from '../shown.ts'
import { PASS, cannotTell, fail } from '../verdict.ts'

/** Where an authorization endpoint sends the browser, resolved; undefined when nowhere. */
export function targetOf({ exchange, answer }: Answered): URL | undefined {
  const location = findHeader(answer.headers, 'location')
  if (location === undefined || answer.status < 300 || answer.status > 399) return undefined
  const base = exchange.request.url
  return URL.canParse(location, base) ? new URL(location, base) : undefined
}

/** Said of a sign-in page, which may be an error page just as well. */
export const OPEN_ANSWER = cannotTell(
  'The authorization server showed a page of its own; no program can tell a sign-in from a refusal',
)

/** A request that must not lead back to the address it names, neither with a code nor with an error. */
export function judgeRedirect(
  run: Run,
  name: ProbeName,
  words: { readonly required: string; readonly fix: string },
): Verdict {
  const seen = probeSeen(run, name)
  if (seen.kind === 'unknown') return seen.verdict
  const asked = readUrl(seen.exchange.request.url)?.searchParams.get('redirect_uri')
  const target = targetOf(seen)
  if (asked && target?.href.startsWith(asked)) {
    const { id } = seen.exchange
    const status = shownStatus(seen.answer.status)
    return fail({
      says: `${words.required}; the answer was ${status} to ${clipped(asked)}.`,
      fix: words.fix,
      evidence: [inStatus(id), inHeader(id, 'location'), inUrl(id)],
    })
  }
  return seen.answer.status >= 400 ? PASS : OPEN_ANSWER
}
