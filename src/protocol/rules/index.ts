import type { Rule } from '../run/rule.ts'
import { clientsCanRegister } from './asm/clients-can-register.ts'
import { endpointsAreHttps } from './asm/endpoints-are-https.ts'
import { endpointsAreThere } from './asm/endpoints-are-there.ts'
import { issuerIsHttps } from './asm/issuer-is-https.ts'
import { issuerIsIdentical } from './asm/issuer-is-identical.ts'
import { metadataExists } from './asm/metadata-exists.ts'
import { offersRevocation } from './asm/offers-revocation.ts'
import { offersTheCodeResponse } from './asm/offers-the-code-response.ts'
import { offersTheGrant } from './asm/offers-the-grant.ts'
import { pkceIsAdvertised } from './asm/pkce-is-advertised.ts'
import { publicClientsAreAllowed } from './asm/public-clients-are-allowed.ts'
import { s256IsOffered } from './asm/s256-is-offered.ts'
import { serverMetadataIsJson } from './asm/server-metadata-is-json.ts'
import { answers401WithoutToken } from './chl/answers-401-without-token.ts'
import { challengeIsBearer } from './chl/challenge-is-bearer.ts'
import { challengeIsThere } from './chl/challenge-is-there.ts'
import { challengeNamesResourceMetadata } from './chl/challenge-names-resource-metadata.ts'
import { metadataPointerWorks } from './chl/metadata-pointer-works.ts'
import { resourceMetadataCanBeFound } from './chl/resource-metadata-can-be-found.ts'
import { authorizationServersAreIssuers } from './prm/authorization-servers-are-issuers.ts'
import { metadataNeedsNoToken } from './prm/metadata-needs-no-token.ts'
import { namesAnAuthorizationServer } from './prm/names-an-authorization-server.ts'
import { resourceIsAtItsWellKnown } from './prm/resource-is-at-its-well-known.ts'
import { resourceIsHttps } from './prm/resource-is-https.ts'
import { resourceIsTheUrl } from './prm/resource-is-the-url.ts'
import { resourceIsThere } from './prm/resource-is-there.ts'
import { resourceMetadataIsJson } from './prm/resource-metadata-is-json.ts'
import { safeAuthorizationUrl } from './sec/safe-authorization-url.ts'

/** Every rule, by code; within one step, the first failing one is the cause of a stop. */
export const RULES: readonly Rule[] = [
  answers401WithoutToken,
  challengeNamesResourceMetadata,
  resourceMetadataCanBeFound,
  challengeIsThere,
  challengeIsBearer,
  metadataPointerWorks,
  namesAnAuthorizationServer,
  resourceMetadataIsJson,
  resourceIsThere,
  resourceIsHttps,
  resourceIsTheUrl,
  resourceIsAtItsWellKnown,
  authorizationServersAreIssuers,
  metadataNeedsNoToken,
  metadataExists,
  serverMetadataIsJson,
  issuerIsIdentical,
  issuerIsHttps,
  endpointsAreThere,
  offersTheCodeResponse,
  offersTheGrant,
  pkceIsAdvertised,
  s256IsOffered,
  endpointsAreHttps,
  clientsCanRegister,
  publicClientsAreAllowed,
  offersRevocation,
  safeAuthorizationUrl,
]
