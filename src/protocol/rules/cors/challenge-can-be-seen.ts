import { answerOf, findHeader } from '../../http/exchange.ts'
import type { Rule, Verdict } from '../../run/rule.ts'
import { type Run, findExchange } from '../../run/run.ts'
import { HIDDEN } from '../chl/challenge-header.ts'
import { inHeader } from '../evidence.ts'
import { originalOf } from '../record.ts'
import { PASS, cannotTell, fail, notApplicable, notReached } from '../verdict.ts'
import { NATIVE } from './withheld.ts'

const EXPOSE = {
  title: 'Header of every answer of the MCP endpoint',
  text: 'Access-Control-Expose-Headers: WWW-Authenticate, Mcp-Session-Id',
}

export const challengeCanBeSeen: Rule = {
  id: 'CORS-02',
  name: 'challenge-can-be-seen',
  title: 'A page may see WWW-Authenticate (no MCP rule; native clients are not concerned)',
  level: 'practice',
  spec: ['fetch-cors-exposed'],
  step: 'challenge',
  stops: true,
  culprit: 'browser',
  check(run) {
    const fact = run.facts.challenge
    if (fact === undefined) return notReached('an answer to a request without a token')
    if (!fact.required) return notApplicable('The server answers without a token')
    if (fact.header === 'hidden') return judgeHidden(run, fact.exchange)
    const shown = findExchange(run, fact.exchange)
    const asked = shown && originalOf(run, shown)
    if (!asked || asked.via !== 'direct') return cannotTell('No answer came to the page itself')
    const direct = answerOf(asked)
    if (direct === undefined)
      return cannotTell('The page could not read the answer at all: CORS-01')
    if (findHeader(direct.headers, 'www-authenticate') !== undefined) return PASS
    if (direct.status !== fact.status) return cannotTell('The page got another answer: ORG-02')
    if (fact.header === 'absent')
      return notApplicable('The server sends no WWW-Authenticate: CHL-04')
    return fail({
      says: `The server sends WWW-Authenticate, but a page sees it only when Access-Control-Expose-Headers names it; the page saw none and would have to guess where the metadata is, and which scopes to ask for; ${NATIVE}`,
      fix: 'Expose the header.',
      evidence: [
        inHeader(asked.id, 'www-authenticate'),
        inHeader(fact.exchange, 'www-authenticate'),
      ],
      paste: EXPOSE,
    })
  },
}

/** Without a relay nobody can say whether there is a header. When the walk ends for it, that is named as what it is. */
function judgeHidden(run: Run, exchange: string): Verdict {
  const ended =
    run.steps['resource-metadata'].result !== undefined && run.facts.issuer === undefined
  if (!ended) return cannotTell(HIDDEN)
  return fail({
    says: `The page saw no WWW-Authenticate on the 401, and the well-known addresses have no resource metadata; the browser does not tell whether the server sends none or only does not expose it; ${NATIVE}`,
    fix: 'Walk again through the relay, which sees every header. As the owner, expose WWW-Authenticate to pages.',
    evidence: [inHeader(exchange, 'www-authenticate')],
    culprit: 'browser',
    paste: EXPOSE,
  })
}
