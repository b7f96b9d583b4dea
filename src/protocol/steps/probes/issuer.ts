import type { ProbeName } from '../../spec/probes.ts'
import { whyNoRequest } from './authorization-ask.ts'
import { probeAuthorization } from './authorization-requests.ts'
import { probeCodes } from './codes.ts'
import { probeForeignToken } from './foreign-token.ts'
import type { Probing } from './probing.ts'
import { authorizeQuietly } from './quiet-authorization.ts'
import { probeRegistration, registerSecondClient } from './registrations.ts'
import { spendFreshGrants, spendOwnGrant } from './spent-grants.ts'

const AT_AUTHORIZATION: readonly ProbeName[] = [
  'cors-at-authorization',
  'unknown-client',
  'other-redirect-uri',
  'other-loopback-port',
  'no-code-challenge',
  'broken-document',
  'second-client',
]

const WITH_CODES: readonly ProbeName[] = [
  'other-verifier',
  'no-verifier',
  'other-redirect-uri-at-token',
  'other-client-at-token',
  'foreign-token',
]

/** Tries at the authorization server what must fail there. What ends a grant comes last. */
export async function probeIssuer(probing: Probing): Promise<void> {
  await probeRegistration(probing)
  const why = whyNoRequest(probing.context)
  if (why !== undefined) {
    probing.leave(why, ...AT_AUTHORIZATION, ...WITH_CODES)
    return spendOwnGrant(probing)
  }
  const quiet = await authorizeQuietly(probing)
  if (quiet.kind === 'refused') {
    probing.leave(quiet.why, ...AT_AUTHORIZATION, ...WITH_CODES)
    return spendOwnGrant(probing)
  }
  const second = await registerSecondClient(probing)
  await probeAuthorization(probing, second)
  if (quiet.kind === 'asks') {
    probing.leave(quiet.why, ...WITH_CODES)
    return spendOwnGrant(probing)
  }
  await probeCodes(probing, { first: quiet, second })
  await probeForeignToken(probing)
  await spendFreshGrants(probing)
}
