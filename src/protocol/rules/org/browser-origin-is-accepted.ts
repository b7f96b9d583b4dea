import { answerOf } from '../../http/exchange.ts'
import type { Rule, Verdict } from '../../run/rule.ts'
import type { Run } from '../../run/run.ts'
import { pageOrigin } from '../cors/blockage.ts'
import { directTo, wasReadable, withheldFrom } from '../cors/withheld.ts'
import { inStatus } from '../evidence.ts'
import { endFirst } from '../record.ts'
import { clipped } from '../shown.ts'
import { PASS, cannotTell, fail } from '../verdict.ts'
import { isRefusedByOrigin } from './origin-refusal.ts'

export const browserOriginIsAccepted: Rule = {
  id: 'ORG-02',
  name: 'browser-origin-is-accepted',
  title: 'The server accepts the Origin of this page (to refuse it is legal and keeps pages out)',
  level: 'practice',
  spec: ['mcp-transport-2025-11-25', 'mcp-transport-2026-07-28'],
  step: 'challenge',
  stops: true,
  culprit: 'server',
  check(run) {
    for (const { blockage } of withheldFrom(run, 'mcp')) {
      if (blockage.kind !== 'origin-refused') continue
      const { exchange, answer } = blockage.seen
      return refusal(run, exchange.id, answer.body.text)
    }
    const direct = directTo(run, 'mcp')
    const refused = endFirst(run, direct).find((exchange) => isRefusedByOrigin(run, exchange))
    if (refused) return refusal(run, refused.id, answerOf(refused)?.body.text ?? '')
    return wasReadable(direct)
      ? PASS
      : cannotTell('No answer of the MCP endpoint came to the page itself')
  },
}

function refusal(run: Run, exchange: string, body: string): Verdict {
  const told = body.trim() === '' ? '' : `, saying ${clipped(body.trim())}`
  return fail({
    says: `A request from a page at ${pageOrigin(run)} was answered with 403 and no Bearer challenge${told}: the server most likely refuses this Origin, which is its right and a guard against DNS rebinding, and no OAuth failure.`,
    fix: `Add ${pageOrigin(run)} to the allowed origins, if pages are to use this server.`,
    evidence: [inStatus(exchange)],
    paste: { title: 'Origin to allow', text: pageOrigin(run) },
  })
}
