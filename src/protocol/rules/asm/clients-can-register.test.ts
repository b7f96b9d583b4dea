import { describe, expect, test } from 'vitest'
import { checkFail, kindOf, withMembers } from '../build-run.ts'
import { clientsCanRegister as rule } from './clients-can-register.ts'

const closed = withMembers('server-metadata', {
  registration_endpoint: undefined,
  client_id_metadata_document_supported: undefined,
})
const documentsOnly = withMembers('server-metadata', { registration_endpoint: undefined })

describe('ASM-14 clients-can-register', () => {
  test('passes with dynamic registration, and with a document where documents are taken', () => {
    expect(kindOf(rule)).toBe('pass')
    const config = { clientDocument: 'https://debugger.example/client.json' }
    expect(kindOf(rule, { ...documentsOnly, config })).toBe('pass')
  })

  test('fails when neither is offered', () => {
    const fail = checkFail(rule, closed)
    expect(fail.says).toContain('https://issuer.example offers neither')
    expect(fail.evidence[0].exchange).toBe('server-metadata')
  })

  test('asks the person where only documents are taken and the walk has none', () => {
    const fail = checkFail(rule, { ...documentsOnly, until: 'scope' })
    expect(fail.culprit).toBe('person')
  })

  test('does not apply when the person gave a client id', () => {
    expect(kindOf(rule, { ...closed, config: { clientId: 'mine' } })).toBe('not-applicable')
  })

  test('cannot tell without metadata', () => {
    expect(kindOf(rule, { until: 'challenge' })).toBe('cannot-tell')
  })
})
