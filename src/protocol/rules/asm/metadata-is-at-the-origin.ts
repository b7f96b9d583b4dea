import type { Rule } from '../../run/rule.ts'
import { revisionOf } from '../../run/run.ts'
import { inStatus } from '../evidence.ts'
import { findAnswered } from '../record.ts'
import { PASS, cannotTell, fail, notApplicable } from '../verdict.ts'
import { serverMetadataSeen, serverMetadataToPaste } from './document-seen.ts'

export const metadataIsAtTheOrigin: Rule = {
  id: 'ASM-20',
  name: 'metadata-is-at-the-origin',
  title: 'Authorization server metadata is at the origin of the MCP endpoint',
  level: 'should',
  spec: ['mcp-authorization-2025-03-26'],
  step: 'server-metadata',
  stops: true,
  culprit: 'server',
  check(run) {
    const seen = serverMetadataSeen(run)
    if (seen.kind === 'unknown') return seen.verdict
    const isOld = revisionOf(run) === '2025-03-26'
    if (!isOld && !run.facts.serverMetadata?.guessed) {
      return notApplicable('Only 2025-03-26 takes the origin for the issuer')
    }
    if (seen.kind === 'found') return PASS
    const [look] = seen.looked
    const answer = findAnswered(run, look?.exchange)
    if (answer === undefined) return cannotTell('No location gave an answer that can be read')
    return fail({
      says: `2025-03-26 takes the origin for the authorization server, which should publish metadata there; ${answer.exchange.request.url} answered ${answer.answer.status}, so the endpoints of this walk are guessed: /authorize, /token, /register.`,
      fix: 'Serve authorization server metadata at that address.',
      evidence: [inStatus(answer.exchange.id)],
      paste: serverMetadataToPaste(run, seen.issuer),
    })
  },
}
