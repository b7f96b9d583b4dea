import { AUTHORIZATION_FAULTS } from './faults/authorization.ts'
import { CHALLENGE_FAULTS } from './faults/challenge.ts'
import { CORS_FAULTS } from './faults/cors.ts'
import { ISSUER_METADATA_FAULTS } from './faults/issuer-metadata.ts'
import { ISSUER_OFFER_FAULTS } from './faults/issuer-offers.ts'
import { PROTOCOL_FAULTS } from './faults/protocol.ts'
import { QUIRK_FAULTS } from './faults/quirks.ts'
import { REGISTRATION_FAULTS } from './faults/registration.ts'
import { RESOURCE_METADATA_FAULTS } from './faults/resource-metadata.ts'
import { TOKEN_FAULTS } from './faults/token.ts'
import { TOOL_FAULTS } from './faults/tools.ts'
import { TRANSPORT_FAULTS } from './faults/transport.ts'
import { USE_FAULTS } from './faults/use.ts'
import type { Choices } from './options.ts'
import type { Fault } from './scene.ts'

const TABLE = {
  ...CHALLENGE_FAULTS,
  ...RESOURCE_METADATA_FAULTS,
  ...ISSUER_METADATA_FAULTS,
  ...ISSUER_OFFER_FAULTS,
  ...REGISTRATION_FAULTS,
  ...AUTHORIZATION_FAULTS,
  ...TOKEN_FAULTS,
  ...USE_FAULTS,
  ...TRANSPORT_FAULTS,
  ...PROTOCOL_FAULTS,
  ...TOOL_FAULTS,
  ...CORS_FAULTS,
  ...QUIRK_FAULTS,
}

export type FaultName = keyof typeof TABLE

/** Each way of being wrong, by name: one switch, one rule of the digest, one sentence. */
export const FAULTS: Readonly<Record<FaultName, Fault>> = TABLE

/** These choices, so changed that the fault is there and shows. */
export function withFault<Given extends Choices>(given: Given, name: FaultName) {
  const { needs, issuerAs } = FAULTS[name]
  const issuer = issuerAs?.(given.issuer, given.server) ?? given.issuer
  return { ...given, ...needs, issuer, faults: [name] as const }
}

export function isFaultName(name: string): name is FaultName {
  return Object.hasOwn(FAULTS, name)
}
