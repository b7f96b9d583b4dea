import { expect, test } from 'vitest'
import { type Looks, claimOf, observe, toRows } from '../testing/fault-family.ts'
import type { REGISTRATION_FAULTS } from './registration.ts'

const REGISTRATIONS = [
  'registration',
  'registration of a public http address',
  'bad registration',
] as const

const LOOKS: Looks<keyof typeof REGISTRATION_FAULTS> = {
  'dcr-refuses-json': { shows: '415\n', in: REGISTRATIONS },
  'dcr-needs-token': { shows: '401\n', in: REGISTRATIONS },
  'dcr-200': { shows: '200\n', in: ['registration'] },
  'dcr-without-client-id': { hides: '"client_id":"client_sealed"', in: ['registration'] },
  'dcr-cacheable': { hides: 'cache-control', in: REGISTRATIONS },
  'dcr-without-metadata': { shows: '{"client_id":"client_sealed"}', in: ['registration'] },
  'dcr-secret-without-expiry': {
    shows: '"client_secret":"random","client_name"',
    in: ['registration'],
  },
  'dcr-html-error': { shows: 'content-type: text/html', in: REGISTRATIONS },
  'dcr-error-without-code': { shows: '{"message":"Registration failed"}', in: REGISTRATIONS },
  'dcr-500': { shows: '500\n', in: REGISTRATIONS },
  'dcr-secret-for-public': {
    shows: '"token_endpoint_auth_method":"client_secret_basic"',
    in: ['registration'],
  },
  'dcr-secret-beside-none': {
    shows: '"token_endpoint_auth_method":"none","client_secret":"random"',
    in: ['registration'],
  },
  'dcr-method-unsaid': { hides: 'token_endpoint_auth_method', in: ['registration'] },
  'dcr-404': { shows: '404\n', in: REGISTRATIONS },
  'dcr-405': { shows: '405\n', in: REGISTRATIONS },
  'dcr-501': { shows: '501\n', in: REGISTRATIONS },
  'dcr-refuses-redirect-uri': { shows: '{"error":"invalid_redirect_uri"', in: REGISTRATIONS },
  'dcr-allow-list': { shows: '403\n', in: REGISTRATIONS },
  'dcr-other-redirect-uri': {
    shows: '"redirect_uris":["https://elsewhere.example/callback"]',
    in: ['registration'],
  },
  'cimd-unknown': {
    shows: 'No client is registered as https://client.example/client.json',
    in: ['authorization of a document', 'authorization of a wrong document'],
  },
  'proxy-without-consent': {
    shows: 'location: https://upstream.practice.example/authorize?client_id=one-client-for-all',
    in: [
      'authorization',
      'authorization of a document',
      'authorization of a wrong document',
      'authorization without pkce',
      'authorization to elsewhere',
      'authorization to another port',
    ],
  },
  'cimd-unchecked': { shows: '302\n', in: ['authorization of a wrong document'] },
}

test.each(toRows(LOOKS))('%s shows, and changes nothing else', async (name, look) => {
  expect(await observe(name, look)).toEqual(claimOf(look))
})
