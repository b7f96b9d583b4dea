import { mediaType } from '../../http/exchange.ts'
import { type JsonObject, parseJsonObject, stringMember } from '../../http/json.ts'
import type { Rule, Verdict } from '../../run/rule.ts'
import { inBody, inStatus } from '../evidence.ts'
import { probeSeen } from '../probe-seen.ts'
import type { Answered } from '../record.ts'
import { shownStatus } from '../shown.ts'
import { PASS, fail, notApplicable } from '../verdict.ts'
import { registrationSeen } from './registration-seen.ts'

/** Statuses that other rules are about: closed, absent, no JSON taken, too often. */
const OTHERS = new Set([401, 403, 404, 405, 406, 415, 429, 501])

export const refusesWithJson: Rule = {
  id: 'DCR-04',
  name: 'refuses-with-json',
  title: 'A refused registration is 400 with a JSON error',
  level: 'must',
  spec: ['rfc7591-3.2.2'],
  step: 'registration',
  stops: true,
  culprit: 'issuer',
  check(run) {
    const seen = registrationSeen(run)
    if (seen.kind === 'unknown') return seen.verdict
    const walked = judge(seen)
    if (walked.kind === 'fail') return walked
    const probed = probeSeen(run, 'http-redirect-uri')
    if (probed.kind === 'unknown') return walked
    const document = parseJsonObject(probed.answer.body.text)
    const refused = judge({ ...probed, document })
    return refused.kind === 'not-applicable' ? walked : refused
  },
}

type Seen = Answered & { readonly document: JsonObject | undefined }

function judge({ exchange, answer, document }: Seen): Verdict {
  if (answer.status < 400) return notApplicable('Registration was not refused')
  if (OTHERS.has(answer.status)) {
    return notApplicable(`${answer.status} is no refusal of this client`)
  }
  const error = stringMember(document, 'error')
  if (answer.status === 400 && error !== undefined) return PASS
  const paste = {
    title: 'Answer to a refused registration: 400 Bad Request, application/json',
    text: '{ "error": "invalid_client_metadata", "error_description": "<what is wrong with it>" }',
  }
  const fix = 'Answer 400 with a JSON object that has error and error_description.'
  if (error === undefined) {
    return fail({
      says: `A refused registration must carry JSON with error; ${shownStatus(answer.status)} came with ${document === undefined ? (mediaType(answer.headers) ?? 'no body') : 'JSON without error'}.`,
      fix,
      evidence: [inBody(exchange.id)],
      paste,
    })
  }
  return fail({
    says: `A refused registration must have the status 400; ${error} came with ${shownStatus(answer.status)}.`,
    fix,
    evidence: [inStatus(exchange.id)],
    paste,
  })
}
