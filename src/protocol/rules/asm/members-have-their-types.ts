import { type Json, isJsonArray } from '../../http/json.ts'
import type { Rule } from '../../run/rule.ts'
import { inBody, pointer } from '../evidence.ts'
import { shownJson } from '../shown.ts'
import { PASS, fail } from '../verdict.ts'
import { readServerMetadata } from './document-seen.ts'

export const membersHaveTheirTypes: Rule = {
  id: 'ASM-24',
  name: 'members-have-their-types',
  title: 'Lists in the metadata are lists of strings and not empty, addresses are strings',
  level: 'must',
  spec: ['rfc8414-3.2', 'rfc8414-2'],
  since: '2025-06-18',
  step: 'server-metadata',
  stops: false,
  culprit: 'issuer',
  check(run) {
    const read = readServerMetadata(run)
    if (read.kind === 'unknown') return read.verdict
    for (const [name, value] of Object.entries(read.document)) {
      const fault = faultOf(name, value)
      if (fault === undefined) continue
      return fail({
        says: `${name} must be ${fault}; it is ${shownJson(value)}.`,
        fix: `Make ${name} ${fault}, or leave it out.`,
        evidence: [inBody(read.exchange, pointer(name))],
      })
    }
    return PASS
  },
}

const LISTS =
  /^(?:scopes|response_types|response_modes|grant_types|code_challenge_methods|token_endpoint_auth_methods|token_endpoint_auth_signing_alg_values|ui_locales)_supported$/
const ADDRESSES = /^(?:issuer|jwks_uri|.+_endpoint)$/

function faultOf(name: string, value: Json | undefined): string | undefined {
  if (ADDRESSES.test(name)) return typeof value === 'string' ? undefined : 'a string'
  if (!LISTS.test(name)) return undefined
  const isList = isJsonArray(value) && value.every((entry) => typeof entry === 'string')
  if (!isList) return 'a list of strings'
  return value.length === 0 ? 'left out when it has no value' : undefined
}
