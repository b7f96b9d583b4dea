import { AUTHORIZATION_EXPECTED } from './expected/authorization.ts'
import { CHALLENGE_EXPECTED } from './expected/challenge.ts'
import { CORS_EXPECTED } from './expected/cors.ts'
import type { Expected } from './expected/ending.ts'
import { ISSUER_METADATA_EXPECTED } from './expected/issuer-metadata.ts'
import { ISSUER_OFFER_EXPECTED } from './expected/issuer-offers.ts'
import { PROTOCOL_EXPECTED } from './expected/protocol.ts'
import { QUIRK_EXPECTED } from './expected/quirks.ts'
import { REGISTRATION_EXPECTED } from './expected/registration.ts'
import { RESOURCE_METADATA_EXPECTED } from './expected/resource-metadata.ts'
import { TOKEN_EXPECTED } from './expected/token.ts'
import { TOOL_EXPECTED } from './expected/tools.ts'
import { TRANSPORT_EXPECTED } from './expected/transport.ts'
import { USE_EXPECTED } from './expected/use.ts'
import type { FaultName } from './faults.ts'

/** What a debugger has to make of each fault: how the walk ends, why, and every rule that fails. */
export const EXPECTED: Expected<FaultName> = {
  ...CHALLENGE_EXPECTED,
  ...RESOURCE_METADATA_EXPECTED,
  ...ISSUER_METADATA_EXPECTED,
  ...ISSUER_OFFER_EXPECTED,
  ...REGISTRATION_EXPECTED,
  ...AUTHORIZATION_EXPECTED,
  ...TOKEN_EXPECTED,
  ...USE_EXPECTED,
  ...TRANSPORT_EXPECTED,
  ...PROTOCOL_EXPECTED,
  ...TOOL_EXPECTED,
  ...CORS_EXPECTED,
  ...QUIRK_EXPECTED,
}
