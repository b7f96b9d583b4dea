import { FIELD_WORDS } from '../clients/profiles.ts'
import { answerOf } from '../http/exchange.ts'
import { stringsMember } from '../http/json.ts'
import type { ClientProfile } from '../run/client.ts'
import type { Policy } from '../run/policy.ts'
import type { Run } from '../run/run.ts'

/** Checks that a client might make where no source tells, each as strict as it could be. */
export const STRICT: Partial<Policy> = {
  resourceCheck: 'exact',
  issuerCheck: 'exact',
  originIssuerCheck: 'exact',
  takesMissingIssuer: false,
  pkceCheck: 'must-list',
  issCheck: 'compare',
}

/** What a client might do otherwise where no source tells. */
export const OTHERWISE: Partial<Policy> = {
  unusableMetadata: 'abort',
  takes403: 'never',
  metadataFault: 'abort',
  addsOpenidScopes: true,
  noScope: 'empty',
  sendsResource: 'never',
}

/** When that can matter to a client that gets in; a field that is not here always can. */
export const MATTERS: { readonly [field: string]: (walked: Run) => boolean } = {
  metadataFault: ({ exchanges }) =>
    exchanges.some(
      (each) => each.step.endsWith('-metadata') && (answerOf(each)?.status ?? 0) >= 500,
    ),
  unusableMetadata: ({ facts }) =>
    facts.serverMetadata?.found?.url !== facts.serverMetadata?.looked[0]?.url,
  takes403: ({ facts }) => facts.challenge?.status === 403,
  addsOpenidScopes: ({ facts }) =>
    stringsMember(facts.serverMetadata?.found?.document, 'scopes_supported')?.includes('openid') ??
    false,
  noScope: ({ facts }) => !facts.scope?.asked,
  stepUp: ({ exchanges }) =>
    exchanges.some((each) => each.to === 'server' && answerOf(each)?.status === 403),
}

/** What a client might fall back on where no source tells. */
export const RESOURCEFUL: Partial<Policy> = {
  originAsIssuer: 'origin',
  defaultEndpoints: 'server',
  issuers: 'each',
  stepUp: 'union',
}

/** Of these fields those that no source tells of a client. */
export function openFields(
  policy: Partial<Policy>,
  { differs }: ClientProfile,
): readonly (keyof Policy)[] {
  return Object.keys(policy)
    .filter(isField)
    .filter((field) => differs[field] === null)
}

/** The same client as it would be with these fields of a policy. */
export function differing(
  profile: ClientProfile,
  policy: Partial<Policy>,
  fields: readonly string[],
): ClientProfile {
  return { ...profile, differs: { ...profile.differs, ...only(policy, fields) } }
}

function only(policy: Partial<Policy>, fields: readonly string[]): Partial<Policy> {
  return Object.fromEntries(Object.entries(policy).filter(([field]) => fields.includes(field)))
}

function isField(name: string): name is keyof Policy {
  return name in FIELD_WORDS
}
