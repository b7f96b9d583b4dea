import { isJsonArray } from '../../http/json.ts'
import type { Rule } from '../../run/rule.ts'
import { inBody } from '../evidence.ts'
import { shownJson } from '../shown.ts'
import { PASS, cannotTell, fail, notApplicable } from '../verdict.ts'
import { resourceMetadataSeen } from './document-seen.ts'

export const takesTokensInTheHeader: Rule = {
  id: 'PRM-14',
  name: 'takes-tokens-in-the-header',
  title: 'bearer_methods_supported includes header',
  level: 'practice',
  spec: ['rfc9728-2'],
  since: '2025-06-18',
  step: 'resource-metadata',
  stops: false,
  culprit: 'server',
  check(run) {
    const seen = resourceMetadataSeen(run)
    if (seen.kind === 'unknown') return seen.verdict
    if (seen.kind === 'nowhere') return cannotTell('No resource metadata was found')
    const { document, exchange } = seen.found
    const methods = document['bearer_methods_supported']
    if (methods === undefined)
      return notApplicable('The metadata does not say how tokens are taken')
    if (isJsonArray(methods) && methods.includes('header')) return PASS
    return fail({
      says: `MCP clients send the token in the Authorization header; bearer_methods_supported is ${shownJson(methods)}.`,
      fix: 'Take tokens in the header and list header.',
      evidence: [inBody(exchange, '/bearer_methods_supported')],
      paste: {
        title: 'Member of the resource metadata',
        text: '"bearer_methods_supported": ["header"]',
      },
    })
  },
}
