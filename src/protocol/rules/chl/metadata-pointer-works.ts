import type { Rule, Verdict } from '../../run/rule.ts'
import { type Run, revisionOf } from '../../run/run.ts'
import { isSecureUrl, parseHttpUrl } from '../../spec/locations.ts'
import { inHeader, inStatus } from '../evidence.ts'
import { isPointerAlone } from '../prm/document-seen.ts'
import { findAnswered } from '../record.ts'
import { quoted, shownStatus } from '../shown.ts'
import { PASS, cannotTell, fail, notApplicable, notReached } from '../verdict.ts'
import { HIDDEN, challengeLine } from './challenge-header.ts'

export const metadataPointerWorks: Rule = {
  id: 'CHL-12',
  name: 'metadata-pointer-works',
  title: 'resource_metadata of the challenge is an https address that answers with 200',
  level: 'practice',
  spec: ['rfc9728-5.1', 'rfc9728-3.2'],
  since: '2025-06-18',
  step: 'resource-metadata',
  stops: true,
  culprit: 'server',
  check(run) {
    const challenge = run.facts.challenge
    if (challenge === undefined) return notReached('an answer to a request without a token')
    if (challenge.header === 'hidden') return cannotTell(HIDDEN)
    const pointer = challenge.resourceMetadata
    if (pointer === undefined) return notApplicable('The challenge names no resource metadata')
    const fault = faultOf(pointer)
    if (fault === undefined) return judgeAnswer(run, pointer)
    return fail({
      says: `resource_metadata should be an absolute https address; ${quoted(pointer)} ${fault}.`,
      fix: 'Put the full https address of the resource metadata into the challenge.',
      evidence: [inHeader(challenge.exchange, 'www-authenticate')],
      paste: challengeLine(withoutPointer(run)),
    })
  },
}

function judgeAnswer(run: Run, pointer: string): Verdict {
  const looked = run.facts.resourceMetadata?.looked ?? []
  const look = looked.find(({ place, url }) => place === 'challenge' || url === pointer)
  if (look === undefined) return notReached('the address that the challenge names')
  const seen = findAnswered(run, look.exchange)
  if (seen === undefined) return cannotTell(`No answer from ${look.url} could be read`)
  if (seen.answer.status === 200 && look.document) return PASS
  const elsewhere = looked.find((other) => other.document)
  if (elsewhere === undefined && !isPointerAlone(run)) {
    return notApplicable('No resource metadata was found at all: PRM-01')
  }
  const rest = elsewhere
    ? `the document is at ${elsewhere.url}`
    : `${revisionOf(run)} knows no other address`
  return fail({
    says: `The challenge names ${pointer} as resource metadata, which should answer 200 with a JSON object; it answered ${shownStatus(seen.answer.status)}${seen.answer.status === 200 ? ' with something else' : ''}; ${rest}.`,
    fix: 'Serve the resource metadata at the address that the challenge names, or correct the address.',
    evidence: [inStatus(seen.exchange.id), ...headerOf(run)],
    paste: challengeLine(run),
  })
}

function headerOf(run: Run) {
  const exchange = run.facts.challenge?.exchange
  return exchange === undefined ? [] : [inHeader(exchange, 'www-authenticate')]
}

function faultOf(pointer: string): string | undefined {
  if (parseHttpUrl(pointer) === undefined) return 'is none'
  return isSecureUrl(pointer) ? undefined : 'is not https'
}

function withoutPointer(run: Run): Run {
  const { resourceMetadata: _, ...facts } = run.facts
  return { ...run, facts }
}
