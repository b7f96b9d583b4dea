import type { Rule } from '../../run/rule.ts'
import { originIn } from '../addresses.ts'
import { inHeader, inStatus } from '../evidence.ts'
import { probeSeen } from '../probe-seen.ts'
import { quoted } from '../shown.ts'
import { targetOf } from '../uri/authorization-answer.ts'
import { PASS, cannotTell, fail, notApplicable } from '../verdict.ts'

export const proxyAsksForEachClient: Rule = {
  id: 'DCR-13',
  name: 'proxy-asks-for-each-client',
  title: 'A server that fronts another authorization server asks for consent for each new client',
  level: 'must',
  spec: ['mcp-confused-deputy-2026-07-28'],
  step: 'probes',
  stops: false,
  culprit: 'issuer',
  check(run) {
    const identity = run.facts.clientIdentity
    const home = originIn(run.config.server)
    if (identity && originIn(identity.issuer) !== home) {
      return notApplicable('The authorization server is not on the origin of the MCP server')
    }
    const seen = probeSeen(run, 'second-client')
    if (seen.kind === 'unknown') return seen.verdict
    const target = targetOf(seen)
    const upstream = target?.searchParams.get('client_id')
    if (!target || target.origin === home || !upstream) return PASS
    const asked = new URL(seen.exchange.request.url).searchParams.get('client_id')
    if (upstream === asked) return cannotTell('The next authorization server knows each client')
    return fail({
      says: `A new client must be consented to before another authorization server is asked; it was sent on at once to ${target.origin}, with the client_id ${quoted(upstream)} for every client.`,
      fix: 'Show a consent page that names the client before sending people on.',
      evidence: [inHeader(seen.exchange.id, 'location'), inStatus(seen.exchange.id)],
    })
  },
}
