import { expect, test } from 'vitest'
import { type Looks, claimOf, observe, toRows } from '../testing/fault-family.ts'
import type { AUTHORIZATION_FAULTS } from './authorization.ts'

const REDIRECTS = [
  'authorization',
  'consent given',
  'authorization of a document',
  'authorization without pkce',
  'authorization to another port',
] as const

const AUTHORIZATIONS = [
  'authorization',
  'consent given',
  'authorization of a document',
  'authorization of a wrong document',
  'authorization without pkce',
  'authorization to elsewhere',
  'authorization to another port',
] as const

const LOOKS: Looks<keyof typeof AUTHORIZATION_FAULTS> = {
  'state-missing': { hides: '&state=', in: REDIRECTS },
  'state-changed': { shows: '&state=another-state&', in: REDIRECTS },
  'state-truncated': { shows: '&state=a+state+%26+&', in: REDIRECTS },
  'callback-neither': { hides: 'code=', in: REDIRECTS },
  'callback-both': { shows: '&error=server_error', in: REDIRECTS },
  'callback-fragment': { shows: 'callback.html#code=', in: REDIRECTS },
  'callback-code-twice': {
    shows: '4282&code=code_sealed',
    in: [
      'authorization',
      'consent given',
      'authorization of a document',
      'authorization to another port',
    ],
  },
  'callback-state-twice': { shows: '4282&state=', in: REDIRECTS },
  'callback-error-characters': { shows: '?error=server+%22error%22&', in: REDIRECTS },
  'callback-echoes-challenge': { shows: '&code_challenge=echo', in: REDIRECTS },
  'iss-absent': {
    hides: '"authorization_response_iss_parameter_supported":true',
    in: [
      'metadata by oauth',
      'metadata by oauth behind',
      'authorization',
      'consent given',
      'authorization of a document',
      'authorization without pkce',
      'authorization to another port',
    ],
  },
  'iss-unpromised': {
    shows: '"authorization_response_iss_parameter_supported":false',
    in: ['metadata by oauth', 'metadata by oauth behind'],
  },
  'iss-promised-absent': { hides: '&iss=', in: REDIRECTS },
  'iss-other-host': { shows: '&iss=https%3A%2F%2Felsewhere.example', in: REDIRECTS },
  'iss-other-host-on-error': { shows: '&iss=https%3A%2F%2Felsewhere.example', in: REDIRECTS },
  'iss-slash': { shows: 'iss=http%3A%2F%2Flocalhost%3A4282%2F', in: REDIRECTS },
  'iss-query': { shows: 'iss=http%3A%2F%2Flocalhost%3A4282%3Ftenant%3Dpractice', in: REDIRECTS },
  'authorize-access-denied': { shows: '?error=access_denied&', in: REDIRECTS },
  'authorize-invalid-scope': { shows: '?error=invalid_scope&', in: REDIRECTS },
  'authorize-invalid-target': { shows: '?error=invalid_target&', in: REDIRECTS },
  'authorize-server-error': { shows: '?error=server_error&', in: REDIRECTS },
  'authorize-unavailable': { shows: '?error=temporarily_unavailable&', in: REDIRECTS },
  'authorize-login-required': { shows: '?error=login_required&', in: REDIRECTS },
  'authorize-unauthorized-client': { shows: '?error=unauthorized_client&', in: REDIRECTS },
  'authorize-dead-end': { shows: 'Please contact your administrator', in: AUTHORIZATIONS },
  'client-forgotten': { shows: 'Unrecognized client_id', in: AUTHORIZATIONS },
  'pkce-not-demanded': { shows: '?code=', in: ['authorization without pkce'] },
  'pkce-not-verified': { shows: '200\n', in: ['exchange with another verifier'] },
  'redirect-uri-unchecked': {
    shows: 'location: https://evil.example/?code=',
    in: ['authorization to elsewhere'],
  },
  'loopback-port-fixed': { hides: 'location:', in: ['authorization to another port'] },
}

test.each(toRows(LOOKS))('%s shows, and changes nothing else', async (name, look) => {
  expect(await observe(name, look)).toEqual(claimOf(look))
})
