import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../http/json.ts'
import { checkFail, kindOf } from '../build-run.ts'
import { openidDocumentIsWhole as rule } from './openid-document-is-whole.ts'

const openid = (document: JsonObject) =>
  ({
    facts: {
      serverMetadata: {
        found: { place: 'openid-inserted', url: 'x', exchange: 'server-metadata', document },
      },
    },
  }) as const
const whole = {
  jwks_uri: 'https://issuer.example/jwks',
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['RS256'],
}

describe('ASM-18 openid-document-is-whole', () => {
  test('passes on a whole document', () => {
    expect(kindOf(rule, openid(whole))).toBe('pass')
  })

  test('fails when a member is missing', () => {
    const fail = checkFail(rule, openid({ ...whole, jwks_uri: undefined }))
    expect(fail.evidence[0].at).toEqual({ part: 'response-body', pointer: '/jwks_uri' })
  })

  test('does not apply to OAuth metadata', () => {
    expect(kindOf(rule)).toBe('not-applicable')
  })

  test('cannot tell before its turn', () => {
    expect(kindOf(rule, { until: 'challenge' })).toBe('cannot-tell')
  })
})
