import { type JsonObject, stringMember } from '../../http/json.ts'
import type { Rule } from '../../run/rule.ts'
import { isSecureUrl, parseHttpUrl } from '../../spec/locations.ts'
import { inBody, pointer } from '../evidence.ts'
import { quoted } from '../shown.ts'
import { PASS, fail } from '../verdict.ts'
import { inHttps, memberToPaste, readServerMetadata } from './document-seen.ts'

const ENDPOINTS = [
  'token_endpoint',
  'registration_endpoint',
  'revocation_endpoint',
  'introspection_endpoint',
  'pushed_authorization_request_endpoint',
  'userinfo_endpoint',
  'jwks_uri',
] as const

const WITHOUT_FRAGMENT = ['authorization_endpoint', 'token_endpoint'] as const

export const endpointsAreHttps: Rule = {
  id: 'ASM-11',
  name: 'endpoints-are-https',
  title: 'Every endpoint is https, and neither authorization nor token endpoint has a fragment',
  level: 'must',
  spec: ['mcp-communication-2026-07-28', 'rfc8414-2'],
  step: 'server-metadata',
  stops: true,
  culprit: 'issuer',
  check(run) {
    const read = readServerMetadata(run)
    if (read.kind === 'unknown') return read.verdict
    const fault = insecureEndpoint(read.document) ?? endpointWithFragment(read.document)
    if (fault === undefined) return PASS
    return fail({
      says: `Every endpoint must be an https address${fault.why === 'has a fragment' ? ' without fragment' : ''}; ${fault.name} ${quoted(fault.url)} ${fault.why}.`,
      fix: `Publish the https address of ${fault.name}; behind a proxy, tell the authorization server its public address.`,
      evidence: [inBody(read.exchange, pointer(fault.name))],
      paste: memberToPaste(fault.name, inHttps(fault.url, read.issuer)),
    })
  },
}

type Fault = { readonly name: string; readonly url: string; readonly why: string }

function insecureEndpoint(document: JsonObject): Fault | undefined {
  for (const name of ENDPOINTS) {
    const url = stringMember(document, name)
    if (url === undefined || isSecureUrl(url)) continue
    return { name, url, why: parseHttpUrl(url) ? 'is http' : 'is no absolute https address' }
  }
  return undefined
}

function endpointWithFragment(document: JsonObject): Fault | undefined {
  for (const name of WITHOUT_FRAGMENT) {
    const url = stringMember(document, name)
    if (url?.includes('#')) return { name, url, why: 'has a fragment' }
  }
  return undefined
}
