import { unknownIn } from '../run/behaviour/client-policy.ts'
import type { ClientProfile, Confidence } from '../run/client.ts'
import type { Policy } from '../run/policy.ts'
import type { Remark } from '../run/step.ts'

const SOURCES: { readonly [confidence in Confidence]: string } = {
  specification: 'the specification',
  'source-code': 'its source code',
  'vendor-docs': "its vendor's documentation",
  'vendor-docs+user-reports': "its vendor's documentation and reports of users",
  'user-reports': 'reports of users',
}

/** The fields of a behaviour as a sentence names them. */
export const FIELD_WORDS: { readonly [field in keyof Policy]: string } = {
  discovery: 'where it looks for metadata',
  asksAhead: 'whether it asks ahead',
  metadataHeaders: 'the headers of its metadata requests',
  unusableMetadata: 'what it makes of issuer metadata that it cannot use',
  takes403: 'whether it takes a 403 for a challenge',
  metadataFault: 'what it makes of a 5xx, or of nothing, in the place of metadata',
  firstContact: 'its first MCP message',
  versions: 'the MCP versions it speaks',
  resourceCheck: 'whether it compares resource',
  resourceMismatch: 'what it does with metadata of another resource',
  withoutResource: 'what it makes of metadata without resource',
  issuers: 'which of several authorization servers it takes',
  issuerCheck: 'whether it compares the issuer of metadata',
  originIssuerCheck: "whether it compares the issuer of metadata on the MCP server's origin",
  takesMissingIssuer: 'whether it takes metadata without issuer',
  defaultEndpoints: 'whether it guesses endpoints',
  originAsIssuer: 'whether it takes the MCP server for the issuer',
  pkceCheck: 'whether it looks for code_challenge_methods_supported',
  scopeFrom: 'where it takes scopes from',
  scopeSources: 'whether it joins scopes of several sources',
  fixedScope: 'its own list of scopes',
  addsOpenidScopes: 'whether it adds OpenID scopes',
  noScope: 'what it sends for no scope',
  offlineAccess: 'whether it adds offline_access',
  registration: 'how it comes by a client id',
  documentNeeds: 'when it shows its metadata document',
  registersAs: 'what client authentication it registers for',
  sendsApplicationType: 'whether it registers an application_type',
  sendsResource: 'whether it sends resource',
  resourceOnRefresh: 'whether it sends resource on refresh',
  resourceForm: 'how it writes resource',
  issCheck: 'whether it compares iss',
  stepUp: 'what it does on 403 insufficient_scope',
  refusesAt: 'what else in answers it refuses',
  challengePattern: 'how it reads the values of a challenge',
  checksOffersLate: 'when it looks at what the authorization server offers',
  followsPosts: 'whether it follows a redirect of a POST',
  readsTwice: 'whether it reads metadata twice',
  triesOldTransport: 'whether it tries the transport of 2024-11-05',
  rediscovers: 'whether it looks for another issuer once it has one',
  needsNotifications: 'whether it gives up when a notification is refused',
  authorizationRequests: 'how often it asks for authorization',
}

/** What a run says first when it is walked as a client: how well that is known, and what is not like it. */
export function remarksOf(profile: ClientProfile): readonly Remark[] {
  const unknown = unknownIn(profile.differs).filter(isField)
  return [
    {
      says: `Walks as ${profile.name}: its order, methods, scopes and checks`,
      why: `known of ${profile.asOf} from ${SOURCES[profile.confidence]}; the redirect URI, the client's name and the User-Agent stay those of this page`,
    },
    ...(unknown.length === 0
      ? []
      : [
          {
            says: 'Checks nothing that this client is not known to check, and else does what the specification asks',
            why: `no source tells ${unknown.map((field) => FIELD_WORDS[field]).join(', ')}`,
          },
        ]),
  ]
}

function isField(name: string): name is keyof Policy {
  return name in FIELD_WORDS
}
