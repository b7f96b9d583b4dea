import { type JsonObject, stringMember, stringsMember } from '../../http/json.ts'
import type { Rule } from '../../run/rule.ts'
import { inBody, pointer } from '../evidence.ts'
import { shownJson } from '../shown.ts'
import { PASS, fail } from '../verdict.ts'
import { readServerMetadata, serverMetadataToPaste } from './document-seen.ts'

export const endpointsAreThere: Rule = {
  id: 'ASM-06',
  name: 'endpoints-are-there',
  title: 'The metadata has the endpoints that its grants need, and response_types_supported',
  level: 'must',
  spec: ['rfc8414-2'],
  step: 'server-metadata',
  stops: true,
  culprit: 'issuer',
  check(run) {
    const read = readServerMetadata(run)
    if (read.kind === 'unknown') return read.verdict
    const [missing] = missingMembers(read.document)
    if (missing === undefined) return PASS
    return fail({
      says: `The metadata must have ${missing}; it has ${shownJson(read.document[missing])}.`,
      fix: `Add ${missing} to the authorization server metadata.`,
      evidence: [inBody(read.exchange, pointer(missing))],
      paste: serverMetadataToPaste(run, read.issuer),
    })
  },
}

function missingMembers(document: JsonObject): readonly string[] {
  const grants = stringsMember(document, 'grant_types_supported') ?? ['authorization_code']
  const needsPage = grants.some((grant) => grant === 'authorization_code' || grant === 'implicit')
  const needsToken = grants.some((grant) => grant !== 'implicit')
  const isMissing = (name: string): boolean => !stringMember(document, name)
  return [
    ...(needsPage && isMissing('authorization_endpoint') ? ['authorization_endpoint'] : []),
    ...(needsToken && isMissing('token_endpoint') ? ['token_endpoint'] : []),
    ...(document['response_types_supported'] !== undefined ? [] : ['response_types_supported']),
  ]
}
