import type { ISSUER_OFFER_FAULTS } from '../faults/issuer-offers.ts'
import { type Expected, PROBES, failed, passed, row, stopped, unseen, when } from './ending.ts'

const AT = 'server-metadata'

export const ISSUER_OFFER_EXPECTED: Expected<keyof typeof ISSUER_OFFER_FAULTS> = {
  'asm-without-authorization-endpoint': row(failed(AT, 'ASM-06', 'issuer')),
  'asm-without-token-endpoint': row(failed(AT, 'ASM-06', 'issuer')),
  'asm-without-response-types': row(passed('ASM-06')),
  'asm-relative-endpoints': row(
    failed(AT, 'ASM-11', 'issuer', {
      'SEC-20': 'it judges where people are sent, ASM-11 the rest',
    }),
  ),
  'asm-no-code-response': row(passed('ASM-07')),
  'asm-no-code-grant': row(passed('ASM-08')),
  'asm-offers-password': row(passed('ASM-08')),
  'asm-without-pkce-methods': row(failed(AT, 'ASM-09', 'issuer')),
  'asm-plain-only': row(failed(AT, 'ASM-10', 'issuer')),
  'asm-plain-too': row(unseen('to offer plain beside S256 is allowed')),
  'asm-http-endpoint': row(failed(AT, 'ASM-11', 'issuer')),
  'asm-http-authorization-endpoint': row(failed(AT, 'SEC-20', 'issuer')),
  'asm-endpoint-fragment': row(failed(AT, 'ASM-11', 'issuer')),
  'asm-javascript-endpoint': row(failed(AT, 'SEC-20', 'issuer')),
  'asm-data-endpoint': row(failed(AT, 'SEC-20', 'issuer')),
  'asm-no-documents': row(passed('ASM-12', { 'DCR-11': 'what is left is the deprecated way' })),
  'asm-no-dynamic-registration': row(
    stopped('registration', 'ASM-14', 'person'),
    when(
      { revision: '2025-06-18' },
      stopped('registration', 'ASM-14', 'person', { 'ASM-13': 'the one way of this revision' }),
    ),
  ),
  'asm-no-registration': row(
    stopped('registration', 'ASM-14', 'issuer', { 'ASM-12': 'one of the two ways that lack' }),
  ),
  'asm-no-public-clients': row(passed('ASM-16')),
  'asm-without-auth-methods': row(passed('ASM-16')),
  'asm-no-offline-access': row(unseen('nobody has to offer it')),
  'asm-openid-incomplete': row(passed('ASM-18')),
  'asm-documents-disagree': row(
    unseen('the walk reads one of the two'),
    when(PROBES, passed('ASM-19')),
  ),
  'asm-wrong-types': row(passed('ASM-24')),
}
