import type { Rule } from '../../run/rule.ts'
import { inStatus } from '../evidence.ts'
import { findAnswered } from '../record.ts'
import { PASS, cannotTell, fail } from '../verdict.ts'
import { serverMetadataSeen, serverMetadataToPaste } from './document-seen.ts'

export const metadataIsAtTheOrigin: Rule = {
  id: 'ASM-20',
  name: 'metadata-is-at-the-origin',
  title: 'Authorization server metadata is at the origin of the MCP endpoint',
  level: 'should',
  spec: ['mcp-authorization-2025-03-26'],
  until: '2025-03-26',
  step: 'server-metadata',
  stops: false,
  culprit: 'server',
  check(run) {
    const seen = serverMetadataSeen(run)
    if (seen.kind === 'unknown') return seen.verdict
    if (seen.kind === 'found') return PASS
    const [look] = seen.looked
    const answer = findAnswered(run, look?.exchange)
    if (answer === undefined) return cannotTell('No location gave an answer that can be read')
    return fail({
      says: `2025-03-26 servers should publish metadata at their origin; ${answer.exchange.request.url} answered ${answer.answer.status}, so clients take the default endpoints.`,
      fix: 'Serve authorization server metadata at that address.',
      evidence: [inStatus(answer.exchange.id)],
      paste: serverMetadataToPaste(run, seen.issuer),
    })
  },
}
