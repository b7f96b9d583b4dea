import type { Rule } from '../../run/rule.ts'
import { clientsCanRegister } from '../asm/clients-can-register.ts'
import { documentsAgree } from '../asm/documents-agree.ts'
import { endpointsAreHttps } from '../asm/endpoints-are-https.ts'
import { endpointsAreThere } from '../asm/endpoints-are-there.ts'
import { issuerIsHttps } from '../asm/issuer-is-https.ts'
import { issuerIsIdentical } from '../asm/issuer-is-identical.ts'
import { membersHaveTheirTypes } from '../asm/members-have-their-types.ts'
import { metadataExists } from '../asm/metadata-exists.ts'
import { metadataIsAtTheOrigin } from '../asm/metadata-is-at-the-origin.ts'
import { offersDynamicRegistration } from '../asm/offers-dynamic-registration.ts'
import { offersRevocation } from '../asm/offers-revocation.ts'
import { offersTheCodeResponse } from '../asm/offers-the-code-response.ts'
import { offersTheGrant } from '../asm/offers-the-grant.ts'
import { openidDocumentIsWhole } from '../asm/openid-document-is-whole.ts'
import { pkceIsAdvertised } from '../asm/pkce-is-advertised.ts'
import { publicClientsAreAllowed } from '../asm/public-clients-are-allowed.ts'
import { s256IsOffered } from '../asm/s256-is-offered.ts'
import { serverMetadataIsJson } from '../asm/server-metadata-is-json.ts'
import { takesClientDocuments } from '../asm/takes-client-documents.ts'

/** The rules of this family, in the order of their codes. */
export const ASM: readonly Rule[] = [
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
  takesClientDocuments,
  offersDynamicRegistration,
  clientsCanRegister,
  publicClientsAreAllowed,
  openidDocumentIsWhole,
  documentsAgree,
  metadataIsAtTheOrigin,
  membersHaveTheirTypes,
  offersRevocation,
]
