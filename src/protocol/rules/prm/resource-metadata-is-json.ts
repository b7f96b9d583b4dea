import { isJsonType, mediaType } from '../../http/exchange.ts'
import { parseJson } from '../../http/json.ts'
import type { Rule, Verdict } from '../../run/rule.ts'
import type { Run } from '../../run/run.ts'
import { inBody, inHeader, inStatus } from '../evidence.ts'
import { type Answered, findAnswered } from '../record.ts'
import { quoted, shownStatus } from '../shown.ts'
import { CUT_OFF, PASS, cannotTell, fail, isCutOff, notApplicable } from '../verdict.ts'
import { isPointerAlone, resourceMetadataSeen, resourceMetadataToPaste } from './document-seen.ts'

export const resourceMetadataIsJson: Rule = {
  id: 'PRM-03',
  name: 'resource-metadata-is-json',
  title: 'Resource metadata is a JSON object of type application/json',
  level: 'must',
  spec: ['rfc9728-3.2'],
  since: '2025-06-18',
  step: 'resource-metadata',
  stops: true,
  culprit: 'server',
  check(run) {
    const seen = resourceMetadataSeen(run)
    if (seen.kind === 'unknown') return seen.verdict
    if (isPointerAlone(run)) return notApplicable('The challenge points elsewhere: CHL-12')
    // Where the challenge pointed in vain, CHL-12 judges.
    const found = seen.kind === 'found' ? seen.found : undefined
    const looked = seen.looked.filter(({ place }) => place !== 'challenge' || !found)
    const answers = [...looked, ...(found?.place === 'challenge' ? [found] : [])].flatMap(
      (look) => findAnswered(run, look.exchange) ?? [],
    )
    const broken = answers.find(({ answer }) => answer.status >= 500)
    if (broken && seen.kind === 'nowhere') return judgeOutage(broken)
    const given = answers.filter(({ answer }) => answer.status === 200)
    if (given.length === 0) return cannotTell('No address of resource metadata answered 200')
    if (given.some(({ answer }) => isCutOff(answer))) return CUT_OFF
    for (const each of given) {
      const verdict = judgeDocument(run, each)
      if (verdict) return verdict
    }
    return PASS
  },
}

function judgeOutage({ exchange, answer }: Answered): Verdict {
  return fail({
    says: `Resource metadata must be answered with 200; ${exchange.request.url} answered ${shownStatus(answer.status)}, which is an outage and not an absence.`,
    fix: 'Find the error in the log of the MCP server.',
    evidence: [inStatus(exchange.id)],
  })
}

function judgeDocument(run: Run, { exchange, answer }: Answered): Verdict | undefined {
  const type = mediaType(answer.headers)
  const reading = parseJson(answer.body.text)
  const isObject =
    reading.kind === 'value' && typeof reading.value === 'object' && !Array.isArray(reading.value)
  if (isObject && reading.value !== null && isJsonType(type)) return undefined
  const shared = {
    fix: 'Answer with the JSON object alone, as application/json; keep the catch-all page away from /.well-known/.',
    paste: resourceMetadataToPaste(run),
  }
  if (isObject && reading.value !== null) {
    return fail({
      ...shared,
      says: `Resource metadata must be application/json; ${exchange.request.url} sent ${type === undefined ? 'no Content-Type' : quoted(type)}.`,
      fix: 'Send Content-Type: application/json with the resource metadata.',
      evidence: [inHeader(exchange.id, 'content-type')],
    })
  }
  const what =
    reading.kind === 'not-json' ? `no JSON (${type ?? 'no media type'})` : 'no JSON object'
  const isNamed = run.facts.challenge?.resourceMetadata === exchange.request.url
  const named = isNamed ? ', which the challenge names,' : ''
  return fail({
    ...shared,
    says: `Resource metadata must be a JSON object; ${exchange.request.url}${named} answered 200 with ${what}.`,
    evidence: [inBody(exchange.id)],
  })
}
