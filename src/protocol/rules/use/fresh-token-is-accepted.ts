import {
  type HeaderList,
  type ResponseOutcome,
  findHeader,
  joinHeader,
} from '../../http/exchange.ts'
import { decodeJwt } from '../../http/jwt.ts'
import type { Paste, Rule } from '../../run/rule.ts'
import type { Run } from '../../run/run.ts'
import { inHeader, inRequestHeader, inStatus } from '../evidence.ts'
import { answeredIn } from '../record.ts'
import { clipped, shownJson } from '../shown.ts'
import { PASS, fail, notApplicable, notReached } from '../verdict.ts'

export const freshTokenIsAccepted: Rule = {
  id: 'USE-05',
  name: 'fresh-token-is-accepted',
  title: 'The server accepts a token that was just issued for it',
  level: 'practice',
  spec: ['mcp-token-2026-07-28'],
  step: 'session',
  stops: true,
  culprit: 'server',
  check(run) {
    if (run.facts.challenge?.required === false) {
      return notApplicable('The server answers without a token')
    }
    const used = [...answeredIn(run, 'session'), ...answeredIn(run, 'tools')].filter(
      ({ exchange: { to, request } }) =>
        // The end of a session may come in after the token was revoked.
        to === 'server' && request.method !== 'DELETE' && carriesToken(request.headers),
    )
    const last = used.at(-1)
    if (last === undefined) return notReached('the use of a token')
    if (last.answer.status !== 401) return PASS
    const challenge = joinHeader(last.answer.headers, 'www-authenticate')
    if (challenge?.includes('insufficient_scope')) {
      return notApplicable('The token lacks a scope: SCO-15')
    }
    const { exchange } = last
    return fail({
      says: `The server answered 401 to a token that was just issued${reasonIn(last.answer)}; ${shownToken(run)}`,
      fix: 'Check at the MCP server which issuer, audience and keys it expects, and that no proxy drops the Authorization header.',
      evidence: [
        inStatus(exchange.id),
        inRequestHeader(exchange.id, 'authorization'),
        inHeader(exchange.id, 'www-authenticate'),
      ],
      paste: expectedToPaste(run),
    })
  },
}

/** The challenge; where there is none that can be seen, what the body says. */
function reasonIn({ headers, body }: ResponseOutcome): string {
  const challenge = joinHeader(headers, 'www-authenticate')
  if (challenge !== undefined) return `, with ${clipped(challenge)}`
  return body.text.trim() === '' ? '' : `, saying ${clipped(body.text.trim())}`
}

function carriesToken(headers: HeaderList): boolean {
  return findHeader(headers, 'authorization') !== undefined
}

/** What a token for this server says of itself. */
function expectedToPaste(run: Run): Paste {
  const request = run.authorizations.at(-1)
  const issuer = request?.issuer ?? run.facts.issuer?.issuer ?? '<issuer>'
  const text = `iss: ${issuer}\naud: ${request?.resource ?? run.config.server}`
  return { title: 'Issuer and audience to accept', text }
}

function shownToken(run: Run): string {
  const resource = run.authorizations.at(-1)?.resource
  const asked =
    resource === undefined ? 'no resource was asked for' : `it was asked for ${resource}`
  const payload = decodeJwt(run.facts.tokens?.accessToken ?? '')?.payload
  if (payload === undefined) return `${asked}; the token is opaque.`
  return `${asked}; its aud is ${shownJson(payload['aud'])} and its iss ${shownJson(payload['iss'])}.`
}
