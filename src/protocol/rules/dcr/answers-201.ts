import { isJsonType, mediaType } from '../../http/exchange.ts'
import { type JsonObject, stringMember } from '../../http/json.ts'
import type { Rule } from '../../run/rule.ts'
import { inBody, inHeader, inStatus } from '../evidence.ts'
import { shownJson, shownStatus } from '../shown.ts'
import { PASS, fail, notApplicable } from '../verdict.ts'
import { isAccepted, registrationSeen, registrationToPaste } from './registration-seen.ts'

export const answers201: Rule = {
  id: 'DCR-02',
  name: 'answers-201',
  title: 'Registration is answered with 201 and JSON that has a client_id',
  level: 'must',
  spec: ['rfc7591-3.2.1'],
  step: 'registration',
  stops: true,
  culprit: 'issuer',
  check(run) {
    const seen = registrationSeen(run)
    if (seen.kind === 'unknown') return seen.verdict
    if (!isAccepted(seen)) return notApplicable('Registration was refused')
    const { exchange, answer, document } = seen
    const paste = registrationToPaste(seen.asked)
    if (!stringMember(document, 'client_id')) {
      return fail({
        says: `A registration must be answered with a client_id as a string; the answer is ${document === undefined ? 'no JSON object' : `an object whose client_id is ${shownJson(document['client_id'])}`}.`,
        fix: 'Answer with the JSON object of the registered client, client_id included.',
        evidence: [inBody(exchange.id, document === undefined ? undefined : '/client_id')],
        paste,
      })
    }
    if (answer.status !== 201) {
      return fail({
        says: `A registration must be answered with 201 Created; the status is ${shownStatus(answer.status)}.`,
        fix: 'Send the status 201 from the registration endpoint; strict clients refuse any other.',
        evidence: [inStatus(exchange.id)],
        paste,
      })
    }
    const unsaid = unsaidMember(document)
    if (unsaid !== undefined) {
      return fail({
        says: `A registration must be answered with all that was registered; ${unsaid} is missing.`,
        fix: `Add ${unsaid} to the answer: the client has to know what it is registered with.`,
        evidence: [inBody(exchange.id, `/${unsaid}`)],
        paste,
      })
    }
    const type = mediaType(answer.headers)
    if (isJsonType(type)) return PASS
    return fail({
      says: `A registration must be answered as application/json; the Content-Type is ${type ?? 'missing'}.`,
      fix: 'Send Content-Type: application/json.',
      evidence: [inHeader(exchange.id, 'content-type')],
    })
  },
}

/** What a client has to know: without the method, RFC 7591 means client_secret_basic. */
function unsaidMember(document: JsonObject | undefined): string | undefined {
  return ['redirect_uris', 'token_endpoint_auth_method'].find(
    (name) => document?.[name] === undefined,
  )
}
