import { isJsonType, mediaType } from '../../http/exchange.ts'
import { parseJsonObject } from '../../http/json.ts'
import type { Paste, Rule, Verdict } from '../../run/rule.ts'
import { inBody, inHeader, inStatus } from '../evidence.ts'
import { type Answered, findAnswered } from '../record.ts'
import { quoted, shownStatus } from '../shown.ts'
import { CUT_OFF, PASS, cannotTell, fail, isCutOff } from '../verdict.ts'
import { serverMetadataSeen, serverMetadataToPaste } from './document-seen.ts'

export const serverMetadataIsJson: Rule = {
  id: 'ASM-02',
  name: 'server-metadata-is-json',
  title: 'Authorization server metadata is a JSON object of type application/json',
  level: 'must',
  spec: ['rfc8414-3.2'],
  step: 'server-metadata',
  stops: true,
  culprit: 'issuer',
  check(run) {
    const seen = serverMetadataSeen(run)
    if (seen.kind === 'unknown') return seen.verdict
    const answers = seen.looked.flatMap((look) => findAnswered(run, look.exchange) ?? [])
    const broken = answers.find(({ answer }) => answer.status >= 500)
    if (broken && seen.kind === 'nowhere') return judgeOutage(broken)
    const given = answers.filter(({ answer }) => answer.status === 200)
    if (given.length === 0) return cannotTell('No location of the metadata answered 200')
    if (given.some(({ answer }) => isCutOff(answer))) return CUT_OFF
    for (const each of given) {
      const verdict = judgeDocument(each, serverMetadataToPaste(run, seen.issuer))
      if (verdict) return verdict
    }
    return PASS
  },
}

function judgeOutage({ exchange, answer }: Answered): Verdict {
  return fail({
    says: `Authorization server metadata must be answered with 200; ${exchange.request.url} answered ${shownStatus(answer.status)}, which is an outage and not an absence.`,
    fix: 'Find the error in the log of the authorization server.',
    evidence: [inStatus(exchange.id)],
  })
}

function judgeDocument({ exchange, answer }: Answered, paste: Paste): Verdict | undefined {
  const type = mediaType(answer.headers)
  if (parseJsonObject(answer.body.text) === undefined) {
    return fail({
      says: `Authorization server metadata must be a JSON object; ${exchange.request.url} answered 200 with ${type === undefined ? 'something else' : quoted(type)} that is none.`,
      fix: 'Answer with the metadata as application/json, or with 404; keep the catch-all page away from /.well-known/.',
      evidence: [inBody(exchange.id)],
      paste,
    })
  }
  if (isJsonType(type)) return undefined
  return fail({
    says: `Authorization server metadata must be application/json; ${exchange.request.url} sent ${type === undefined ? 'no Content-Type' : quoted(type)}.`,
    fix: 'Send Content-Type: application/json with the metadata.',
    evidence: [inHeader(exchange.id, 'content-type')],
    paste: { title: 'Header of the metadata', text: 'Content-Type: application/json' },
  })
}
