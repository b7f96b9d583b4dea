import { stringMember } from '../../http/json.ts'
import type { Rule } from '../../run/rule.ts'
import { isSecureUrl, parseHttpUrl } from '../../spec/locations.ts'
import { memberToPaste, readServerMetadata } from '../asm/document-seen.ts'
import { inBody } from '../evidence.ts'
import { quoted } from '../shown.ts'
import { PASS, cannotTell, fail, notApplicable } from '../verdict.ts'

export const safeAuthorizationUrl: Rule = {
  id: 'SEC-20',
  name: 'safe-authorization-url',
  title: 'The authorization endpoint is an address that a browser may be sent to',
  level: 'must',
  spec: ['mcp-url-validation', 'mcp-communication-2026-07-28'],
  step: 'server-metadata',
  stops: true,
  culprit: 'issuer',
  check(run) {
    if (run.config.grant !== 'authorization_code') return notApplicable('This walk opens no page')
    const read = readServerMetadata(run)
    if (read.kind === 'unknown') return read.verdict
    const url = stringMember(read.document, 'authorization_endpoint')
    if (url === undefined) return cannotTell('The metadata names no authorization endpoint')
    if (isSecureUrl(url)) return PASS
    const why = parseHttpUrl(url) ? 'it is http on a public host' : `it is ${schemeOf(url)}`
    return fail({
      says: `A client must send people only to an https authorization endpoint; the metadata names ${quoted(url)}, and ${why}.`,
      fix: 'Publish the https address of the authorization endpoint.',
      evidence: [inBody(read.exchange, '/authorization_endpoint')],
      paste: memberToPaste('authorization_endpoint', `${read.issuer.replace(/\/$/, '')}/authorize`),
    })
  },
}

function schemeOf(url: string): string {
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(url)?.[0]
  return scheme === undefined ? 'no absolute address' : `a ${scheme.toLowerCase()} address`
}
