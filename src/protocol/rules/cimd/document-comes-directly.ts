import type { Exchange } from '../../http/exchange.ts'
import { isJsonType, mediaType } from '../../http/exchange.ts'
import { parseJsonObject } from '../../http/json.ts'
import type { Evidence, Rule } from '../../run/rule.ts'
import { inBody, inHeader, inOutcome, inStatus } from '../evidence.ts'
import { PASS, cannotTell, fail } from '../verdict.ts'
import { ownDocumentAsked } from './own-document.ts'

export const documentComesDirectly: Rule = {
  id: 'CIMD-06',
  name: 'document-comes-directly',
  title: 'The client document comes with 200, as JSON, and without a redirect',
  level: 'practice',
  spec: ['cimd-4.1'],
  since: '2025-11-25',
  step: 'registration',
  stops: false,
  culprit: 'client',
  check(run) {
    const asked = ownDocumentAsked(run)
    if (asked.kind === 'unknown') return asked.verdict
    const { exchange, url } = asked
    const fault = faultOf(exchange)
    if (fault === 'unread') return cannotTell(`From here, ${url} gave no answer that can be read`)
    if (fault === undefined) return PASS
    return fail({
      says: `Authorization servers want the client document at once, with 200 and as JSON; ${url} ${fault.why}.`,
      fix: 'Serve the file at exactly that address, as application/json, and register the address it is found at.',
      evidence: [fault.at],
    })
  },
}

type Fault = { readonly why: string; readonly at: Evidence }

function faultOf({ id, outcome }: Exchange): Fault | 'unread' | undefined {
  if (outcome.kind === 'redirect-hidden') return { why: 'redirects', at: inOutcome(id) }
  if (outcome.kind !== 'response') return 'unread'
  const { status, headers, body } = outcome
  if (status !== 200) return { why: `answers ${status}`, at: inStatus(id) }
  const type = mediaType(headers)
  if (!isJsonType(type)) {
    return { why: `is ${type ?? 'of no media type'}`, at: inHeader(id, 'Content-Type') }
  }
  const isObject = body.cut !== undefined || parseJsonObject(body.text) !== undefined
  return isObject ? undefined : { why: 'holds no JSON object', at: inBody(id) }
}
