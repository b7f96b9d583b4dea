import { EXPECTED } from './expected.ts'
import type { WalkOptions } from './expected/ending.ts'
import { FAULTS, type FaultName, isFaultName } from './faults.ts'
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
import { showingsOf } from './showings.ts'

/** A practice server with one fault, and how the walk that shows it ends. */
export type FaultyServer = {
  readonly name: FaultName
  readonly title: string
  readonly rule: string
  readonly walk: WalkOptions
  readonly ends: FaultEnd
}

export type FaultEnd =
  | { readonly kind: 'stops'; readonly step: string }
  | { readonly kind: 'goes-on' }
  | { readonly kind: 'probes' }
  /** The walk does not show it, for this reason. */
  | { readonly kind: 'unseen'; readonly why: string }

export type FaultGroup = { readonly title: string; readonly servers: readonly FaultyServer[] }

/** Every fault by what it is a fault of, in the order of a walk. */
export const FAULT_GROUPS: readonly FaultGroup[] = [
  group('The challenge', CHALLENGE_FAULTS),
  group('Resource metadata', RESOURCE_METADATA_FAULTS),
  group('Authorization server metadata', ISSUER_METADATA_FAULTS),
  group('What the authorization server offers', ISSUER_OFFER_FAULTS),
  group('Registration', REGISTRATION_FAULTS),
  group('Sign-in and the way back', AUTHORIZATION_FAULTS),
  group('Tokens', TOKEN_FAULTS),
  group('The use of a token', USE_FAULTS),
  group('The transport', TRANSPORT_FAULTS),
  group('Versions and sessions', PROTOCOL_FAULTS),
  group('Tools', TOOL_FAULTS),
  group('What a page may read: CORS', CORS_FAULTS),
  group('Habits met in the wild', QUIRK_FAULTS),
]

function group(title: string, faults: object): FaultGroup {
  return { title, servers: Object.keys(faults).filter(isFaultName).map(toServer) }
}

function toServer(name: FaultName): FaultyServer {
  const { title, rule } = FAULTS[name]
  const showing = showingsOf(rule).find(({ server }) => server === name)
  const walk = showing?.walk ?? {}
  return { name, title, rule, walk, ends: endOf(name, rule, walk) }
}

function endOf(name: FaultName, rule: string, walk: WalkOptions): FaultEnd {
  if (walk['probes'] === true) return { kind: 'probes' }
  const cases = EXPECTED[name]
  const { ends } = cases.find((each) => each.walk === walk) ?? cases[0]
  if (!ends.fails.includes(rule)) return { kind: 'unseen', why: ends.unseen ?? '' }
  return ends.step === null ? { kind: 'goes-on' } : { kind: 'stops', step: ends.step }
}
