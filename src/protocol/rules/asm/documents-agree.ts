import { parseJsonObject } from '../../http/json.ts'
import type { Rule } from '../../run/rule.ts'
import { inBody } from '../evidence.ts'
import { probeSeen } from '../probe-seen.ts'
import { shownJson } from '../shown.ts'
import { PASS, cannotTell, fail } from '../verdict.ts'
import { readServerMetadata } from './document-seen.ts'

const MEMBERS = [
  'issuer',
  'authorization_endpoint',
  'token_endpoint',
  'registration_endpoint',
  'code_challenge_methods_supported',
  'client_id_metadata_document_supported',
] as const

export const documentsAgree: Rule = {
  id: 'ASM-19',
  name: 'documents-agree',
  title: 'OAuth metadata and OpenID configuration agree',
  level: 'practice',
  spec: ['rfc8414-5'],
  since: '2025-11-25',
  step: 'probes',
  stops: false,
  culprit: 'issuer',
  check(run) {
    const read = readServerMetadata(run)
    if (read.kind === 'unknown') return read.verdict
    const seen = probeSeen(run, 'other-metadata')
    if (seen.kind === 'unknown') return seen.verdict
    const other = parseJsonObject(seen.answer.body.text)
    if (seen.answer.status !== 200 || other === undefined) {
      return cannotTell('There is one document only')
    }
    const name = MEMBERS.find((each) => shownJson(read.document[each]) !== shownJson(other[each]))
    if (name === undefined) return PASS
    return fail({
      says: `Both metadata documents should say the same; ${name} is ${shownJson(read.document[name])} in one and ${shownJson(other[name])} in the other, and clients differ in which they read.`,
      fix: `Make ${name} the same in both.`,
      evidence: [inBody(read.exchange, `/${name}`), inBody(seen.exchange.id, `/${name}`)],
    })
  },
}
