import type { Rule } from '../../run/rule.ts'
import { authorizationServersAreIssuers } from '../prm/authorization-servers-are-issuers.ts'
import { issuerListsTheResource } from '../prm/issuer-lists-the-resource.ts'
import { metadataNeedsNoToken } from '../prm/metadata-needs-no-token.ts'
import { namesAnAuthorizationServer } from '../prm/names-an-authorization-server.ts'
import { namesItsScopes } from '../prm/names-its-scopes.ts'
import { noEmptyLists } from '../prm/no-empty-lists.ts'
import { noOfflineAccess } from '../prm/no-offline-access.ts'
import { ownWellKnownHasIt } from '../prm/own-well-known-has-it.ts'
import { resourceIsAtItsWellKnown } from '../prm/resource-is-at-its-well-known.ts'
import { resourceIsHttps } from '../prm/resource-is-https.ts'
import { resourceIsTheUrl } from '../prm/resource-is-the-url.ts'
import { resourceIsThere } from '../prm/resource-is-there.ts'
import { resourceMetadataIsJson } from '../prm/resource-metadata-is-json.ts'
import { takesPlainBearerTokens } from '../prm/takes-plain-bearer-tokens.ts'
import { takesTokensInTheHeader } from '../prm/takes-tokens-in-the-header.ts'
import { wellKnownIsBelowTheHost } from '../prm/well-known-is-below-the-host.ts'

/** The rules of this family, in the order of their codes. */
export const PRM: readonly Rule[] = [
  namesAnAuthorizationServer,
  resourceMetadataIsJson,
  resourceIsThere,
  resourceIsHttps,
  noEmptyLists,
  resourceIsTheUrl,
  resourceIsAtItsWellKnown,
  wellKnownIsBelowTheHost,
  ownWellKnownHasIt,
  authorizationServersAreIssuers,
  namesItsScopes,
  noOfflineAccess,
  takesTokensInTheHeader,
  metadataNeedsNoToken,
  issuerListsTheResource,
  takesPlainBearerTokens,
]
