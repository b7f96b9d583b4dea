import { stringMember } from '../../http/json.ts'
import type { Rule } from '../../run/rule.ts'
import { inBody } from '../evidence.ts'
import { initializeAnswer } from '../ini/initialize-answer.ts'
import { shownJson } from '../shown.ts'
import { PASS, cannotTell, fail } from '../verdict.ts'

/** Every version that was ever published: a server may answer with an older one than was asked for. */
const PUBLISHED = ['2024-11-05', '2025-03-26', '2025-06-18', '2025-11-25']

export const versionIsNegotiated: Rule = {
  id: 'VER-01',
  name: 'version-is-negotiated',
  title: 'initialize is answered with a protocol version that exists',
  level: 'must',
  spec: ['mcp-version-negotiation-2025-11-25'],
  step: 'session',
  stops: true,
  culprit: 'server',
  check(run) {
    const seen = initializeAnswer(run)
    if (seen.kind === 'unknown') return seen.verdict
    const version = stringMember(seen.result, 'protocolVersion')
    if (version === undefined) return cannotTell('The result names no version: INI-01')
    if (PUBLISHED.includes(version)) return PASS
    return fail({
      says: `initialize must be answered with a version that the server supports; ${shownJson(version)} is none of ${PUBLISHED.join(', ')}.`,
      fix: 'Echo the version of the request when the server supports it, else name another published one.',
      evidence: [
        inBody(seen.exchange, seen.form === 'object' ? '/result/protocolVersion' : undefined),
      ],
      paste: { title: 'Member of the initialize result', text: '"protocolVersion": "2025-11-25"' },
    })
  },
}
