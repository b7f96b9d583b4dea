import { type ResponseOutcome, findHeader, mediaType } from '../../http/exchange.ts'
import type { Rule, Verdict } from '../../run/rule.ts'
import type { Run } from '../../run/run.ts'
import { inHeader, inStatus } from '../evidence.ts'
import { type Answered, errorOf, findAnswered } from '../record.ts'
import { isSameEndpoint } from '../red/redirect-target.ts'
import { quoted, shownStatus } from '../shown.ts'
import { PASS, cannotTell, fail, notApplicable, notReached } from '../verdict.ts'
import { challengeLine } from './challenge-header.ts'

export const answers401WithoutToken: Rule = {
  id: 'CHL-01',
  name: 'answers-401-without-token',
  title: 'A request without a token is answered with 401',
  level: 'must',
  spec: ['mcp-errors-2026-07-28', 'rfc6750-3.1'],
  step: 'challenge',
  stops: true,
  culprit: 'server',
  check(run) {
    const fact = run.facts.challenge
    if (fact?.required === false) return notApplicable('The server answers without a token')
    if (fact?.status === 401) return PASS
    const error = errorOf(run, 'challenge')
    if (error?.code === 'not-streamable-http') {
      return notApplicable('The server speaks another transport: TRN-20')
    }
    const seen = findAnswered(run, fact?.exchange ?? error?.exchange)
    return seen ? judgeAnswer(run, seen) : notReached('an answer to a request without a token')
  },
}

function judgeAnswer(run: Run, seen: Answered): Verdict {
  const { exchange, answer } = seen
  if (answer.status >= 300 && answer.status < 400) return judgeRedirect(run, seen)
  if (answer.status === 403 && exchange.via === 'direct' && !hasChallenge(answer)) {
    return notApplicable('A 403 to a browser is judged by ORG-02')
  }
  const { cut } = answer.body
  if (answer.status < 300 && cut !== undefined && cut !== 'answered') {
    return cannotTell('The answer is not whole: NET-04')
  }
  const type = mediaType(answer.headers)
  const what = answer.status < 300 ? ` and ${type ?? 'no media type'}, no JSON-RPC` : ''
  return fail({
    says: `A request without a token must be answered with 401, or be served; ${run.config.server} answered ${shownStatus(answer.status)}${what}.`,
    fix: fixFor(answer.status, type),
    evidence: [inStatus(exchange.id)],
    paste: challengeLine(run),
  })
}

function hasChallenge({ headers }: ResponseOutcome): boolean {
  return findHeader(headers, 'www-authenticate') !== undefined
}

function judgeRedirect(run: Run, { exchange, answer }: Answered): Verdict {
  const location = findHeader(answer.headers, 'location')
  if (location !== undefined && isSameEndpoint(exchange.request.url, location)) {
    return notApplicable('The endpoint itself has moved: RED-01')
  }
  const where = location === undefined ? 'an unnamed place' : quoted(location)
  return fail({
    says: `A request without a token must be answered with 401; the server redirected it with ${answer.status} to ${where}.`,
    fix: 'Exempt the MCP endpoint from the login redirect, and answer 401 with a Bearer challenge.',
    evidence: [inHeader(exchange.id, 'location')],
    paste: challengeLine(run),
  })
}

function fixFor(status: number, type: string | undefined): string {
  if (status >= 502 && status <= 504) {
    return 'A proxy answers in its place: check that the MCP server behind it runs.'
  }
  if (status >= 500) {
    return 'Find the error in the server log, and let a missing token end in 401 with a Bearer challenge.'
  }
  if (status === 403 && type === 'text/html') {
    return 'A firewall or a protection against bots answered with a page: let it pass requests to the MCP endpoint.'
  }
  if (status === 403)
    return 'Answer 401 with a Bearer challenge; 403 is for a token that lacks a scope.'
  return 'Check that the address is the MCP endpoint itself, path included; if it is, answer 401 with a Bearer challenge.'
}
