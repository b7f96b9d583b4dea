import type { Rule } from '../run/rule.ts'
import { clientsCanRegister } from './asm/clients-can-register.ts'
import { documentsAgree } from './asm/documents-agree.ts'
import { endpointsAreHttps } from './asm/endpoints-are-https.ts'
import { endpointsAreThere } from './asm/endpoints-are-there.ts'
import { issuerIsHttps } from './asm/issuer-is-https.ts'
import { issuerIsIdentical } from './asm/issuer-is-identical.ts'
import { membersHaveTheirTypes } from './asm/members-have-their-types.ts'
import { metadataExists } from './asm/metadata-exists.ts'
import { metadataIsAtTheOrigin } from './asm/metadata-is-at-the-origin.ts'
import { offersDynamicRegistration } from './asm/offers-dynamic-registration.ts'
import { offersRevocation } from './asm/offers-revocation.ts'
import { offersTheCodeResponse } from './asm/offers-the-code-response.ts'
import { offersTheGrant } from './asm/offers-the-grant.ts'
import { openidDocumentIsWhole } from './asm/openid-document-is-whole.ts'
import { pkceIsAdvertised } from './asm/pkce-is-advertised.ts'
import { publicClientsAreAllowed } from './asm/public-clients-are-allowed.ts'
import { s256IsOffered } from './asm/s256-is-offered.ts'
import { serverMetadataIsJson } from './asm/server-metadata-is-json.ts'
import { takesClientDocuments } from './asm/takes-client-documents.ts'
import { tokenIsForTheResource } from './aud/token-is-for-the-resource.ts'
import { codeOrError } from './aur/code-or-error.ts'
import { errorHasLegalCharacters } from './aur/error-has-legal-characters.ts'
import { parametersComeOnce } from './aur/parameters-come-once.ts'
import { stateComesBack } from './aur/state-comes-back.ts'
import { personGrantsAccess } from './auz/person-grants-access.ts'
import { answers401WithoutToken } from './chl/answers-401-without-token.ts'
import { challengeHasLegalCharacters } from './chl/challenge-has-legal-characters.ts'
import { challengeIsBearer } from './chl/challenge-is-bearer.ts'
import { challengeIsThere } from './chl/challenge-is-there.ts'
import { challengeNamesResourceMetadata } from './chl/challenge-names-resource-metadata.ts'
import { challengeNamesTheScope } from './chl/challenge-names-the-scope.ts'
import { metadataPointerWorks } from './chl/metadata-pointer-works.ts'
import { noErrorWithoutToken } from './chl/no-error-without-token.ts'
import { parametersComeOnceInAChallenge } from './chl/parameters-come-once-in-a-challenge.ts'
import { pointerStaysTheSame } from './chl/pointer-stays-the-same.ts'
import { refusedTokenIsNamedInvalid } from './chl/refused-token-is-named-invalid.ts'
import { resourceMetadataCanBeFound } from './chl/resource-metadata-can-be-found.ts'
import { documentComesDirectly } from './cimd/document-comes-directly.ts'
import { documentHasNoSecret } from './cimd/document-has-no-secret.ts'
import { documentIsChecked } from './cimd/document-is-checked.ts'
import { documentIsFetched } from './cimd/document-is-fetched.ts'
import { documentIsSmall } from './cimd/document-is-small.ts'
import { documentIsWhole } from './cimd/document-is-whole.ts'
import { documentNamesItself } from './cimd/document-names-itself.ts'
import { redirectUriIsInTheDocument } from './cimd/redirect-uri-is-in-the-document.ts'
import { answersCanBeRead } from './cors/answers-can-be-read.ts'
import { anyOriginMayRead } from './cors/any-origin-may-read.ts'
import { challengeCanBeSeen } from './cors/challenge-can-be-seen.ts'
import { endpointsCanBeRead } from './cors/endpoints-can-be-read.ts'
import { mcpHeadersMayBeSent } from './cors/mcp-headers-may-be-sent.ts'
import { metadataCanBeRead } from './cors/metadata-can-be-read.ts'
import { preflightIsAnswered } from './cors/preflight-is-answered.ts'
import { sessionIdCanBeSeen } from './cors/session-id-can-be-seen.ts'
import { sessionMayBeEnded } from './cors/session-may-be-ended.ts'
import { tokenMayBeSent } from './cors/token-may-be-sent.ts'
import { debuggerDoesItsPart } from './dbg/debugger-does-its-part.ts'
import { acceptsThisClient } from './dcr/accepts-this-client.ts'
import { answers201 } from './dcr/answers-201.ts'
import { endpointAnswers } from './dcr/endpoint-answers.ts'
import { keepsTheRedirectUri } from './dcr/keeps-the-redirect-uri.ts'
import { notTheOnlyWay } from './dcr/not-the-only-way.ts'
import { proxyAsksForEachClient } from './dcr/proxy-asks-for-each-client.ts'
import { refusesWithJson } from './dcr/refuses-with-json.ts'
import { registrationIsOpen } from './dcr/registration-is-open.ts'
import { secretTellsItsEnd } from './dcr/secret-tells-its-end.ts'
import { staysPublic } from './dcr/stays-public.ts'
import { takesJson } from './dcr/takes-json.ts'
import { machineMethodsAreListed } from './ecc/machine-methods-are-listed.ts'
import { noScopeErrorWithoutToken } from './err/no-scope-error-without-token.ts'
import { initializeIsWhole } from './ini/initialize-is-whole.ts'
import { issIsAdvertised } from './iss/iss-is-advertised.ts'
import { issIsAnIssuer } from './iss/iss-is-an-issuer.ts'
import { issIsSent } from './iss/iss-is-sent.ts'
import { issIsTheIssuer } from './iss/iss-is-the-issuer.ts'
import { promisedIssIsSent } from './iss/promised-iss-is-sent.ts'
import { errorCodesAreDefined } from './met/error-codes-are-defined.ts'
import { headersAreCompared } from './met/headers-are-compared.ts'
import { missingMetaIsRefused } from './met/missing-meta-is-refused.ts'
import { resultsHaveAType } from './met/results-have-a-type.ts'
import { resultsNameTheServer } from './met/results-name-the-server.ts'
import { unknownMethodGets404 } from './met/unknown-method-gets-404.ts'
import { answerIsBounded } from './net/answer-is-bounded.ts'
import { answersInTime } from './net/answers-in-time.ts'
import { browserLetsItThrough } from './net/browser-lets-it-through.ts'
import { hostAnswers } from './net/host-answers.ts'
import { notMixedContent } from './net/not-mixed-content.ts'
import { portIsAllowed } from './net/port-is-allowed.ts'
import { browserOriginIsAccepted } from './org/browser-origin-is-accepted.ts'
import { foreignOriginIsRefused } from './org/foreign-origin-is-refused.ts'
import { challengeIsDemanded } from './pkce/challenge-is-demanded.ts'
import { noChallengeInTheAnswer } from './pkce/no-challenge-in-the-answer.ts'
import { verifierIsChecked } from './pkce/verifier-is-checked.ts'
import { authorizationServersAreIssuers } from './prm/authorization-servers-are-issuers.ts'
import { issuerListsTheResource } from './prm/issuer-lists-the-resource.ts'
import { metadataNeedsNoToken } from './prm/metadata-needs-no-token.ts'
import { namesAnAuthorizationServer } from './prm/names-an-authorization-server.ts'
import { namesItsScopes } from './prm/names-its-scopes.ts'
import { noEmptyLists } from './prm/no-empty-lists.ts'
import { noOfflineAccess } from './prm/no-offline-access.ts'
import { ownWellKnownHasIt } from './prm/own-well-known-has-it.ts'
import { resourceIsAtItsWellKnown } from './prm/resource-is-at-its-well-known.ts'
import { resourceIsHttps } from './prm/resource-is-https.ts'
import { resourceIsTheUrl } from './prm/resource-is-the-url.ts'
import { resourceIsThere } from './prm/resource-is-there.ts'
import { resourceMetadataIsJson } from './prm/resource-metadata-is-json.ts'
import { takesPlainBearerTokens } from './prm/takes-plain-bearer-tokens.ts'
import { takesTokensInTheHeader } from './prm/takes-tokens-in-the-header.ts'
import { wellKnownIsBelowTheHost } from './prm/well-known-is-below-the-host.ts'
import { doesNotRedirect } from './red/does-not-redirect.ts'
import { refreshIsGranted } from './ref/refresh-is-granted.ts'
import { refreshTokenIsIssued } from './ref/refresh-token-is-issued.ts'
import { refreshTokenRotates } from './ref/refresh-token-rotates.ts'
import { replacedTokenIsDead } from './ref/replaced-token-is-dead.ts'
import { clientBelongsToTheIssuer } from './reg/client-belongs-to-the-issuer.ts'
import { keyCanSign } from './reg/key-can-sign.ts'
import { resourceHasNoNeedlessSlash } from './res/resource-has-no-needless-slash.ts'
import { resourceIsAccepted } from './res/resource-is-accepted.ts'
import { allScopesAtOnce } from './sco/all-scopes-at-once.ts'
import { challengeRepeatsWhatWasGranted } from './sco/challenge-repeats-what-was-granted.ts'
import { challengesAgree } from './sco/challenges-agree.ts'
import { grantedScopeIsTold } from './sco/granted-scope-is-told.ts'
import { insufficientScopeIs403 } from './sco/insufficient-scope-is-403.ts'
import { insufficientScopeIsNamed } from './sco/insufficient-scope-is-named.ts'
import { stepUpEnds } from './sco/step-up-ends.ts'
import { tokenReachesFarEnough } from './sco/token-reaches-far-enough.ts'
import { noCorsAtTheAuthorizationEndpoint } from './sec/no-cors-at-the-authorization-endpoint.ts'
import { safeAuthorizationUrl } from './sec/safe-authorization-url.ts'
import { serverIsHttps } from './sec/server-is-https.ts'
import { endedSessionGets404 } from './ses/ended-session-gets-404.ts'
import { missingSessionGets400 } from './ses/missing-session-gets-400.ts'
import { modernServerHasNoSession } from './ses/modern-server-has-no-session.ts'
import { sessionIdIsVisibleAscii } from './ses/session-id-is-visible-ascii.ts'
import { sessionIsKept } from './ses/session-is-kept.ts'
import { unknownSessionGets404 } from './ses/unknown-session-gets-404.ts'
import { badCursorIsRefused } from './tli/bad-cursor-is-refused.ts'
import { declaredToolsAreListed } from './tli/declared-tools-are-listed.ts'
import { inputSchemasAreObjects } from './tli/input-schemas-are-objects.ts'
import { listAsksNothing } from './tli/list-asks-nothing.ts'
import { listSaysHowLongItHolds } from './tli/list-says-how-long-it-holds.ts'
import { mirroredHeadersAreValid } from './tli/mirrored-headers-are-valid.ts'
import { toolNamesArePlain } from './tli/tool-names-are-plain.ts'
import { answersWithAToken } from './tok/answers-with-a-token.ts'
import { codeIsBound } from './tok/code-is-bound.ts'
import { codeWorksOnce } from './tok/code-works-once.ts'
import { exchangesTheCode } from './tok/exchanges-the-code.ts'
import { expiresInIsANumber } from './tok/expires-in-is-a-number.ts'
import { tokenIsBearer } from './tok/token-is-bearer.ts'
import { tokenIsNotStored } from './tok/token-is-not-stored.ts'
import { tokenIsShortLived } from './tok/token-is-short-lived.ts'
import { tokenRefusalIsJson } from './tok/token-refusal-is-json.ts'
import { unknownParametersAreIgnored } from './tok/unknown-parameters-are-ignored.ts'
import { answerHasTheId } from './trn/answer-has-the-id.ts'
import { answersJsonOrStream } from './trn/answers-json-or-stream.ts'
import { answersToolsList } from './trn/answers-tools-list.ts'
import { getIs405 } from './trn/get-is-405.ts'
import { getOpensAStreamOrIs405 } from './trn/get-opens-a-stream-or-is-405.ts'
import { notificationGets202 } from './trn/notification-gets-202.ts'
import { speaksStreamableHttp } from './trn/speaks-streamable-http.ts'
import { streamCarriesNoRequest } from './trn/stream-carries-no-request.ts'
import { streamEnds } from './trn/stream-ends.ts'
import { streamIsNotBuffered } from './trn/stream-is-not-buffered.ts'
import { wrongAcceptBreaksNothing } from './trn/wrong-accept-breaks-nothing.ts'
import { loopbackPortMayDiffer } from './uri/loopback-port-may-differ.ts'
import { redirectUriIsCompared } from './uri/redirect-uri-is-compared.ts'
import { redirectUrisAreHttps } from './uri/redirect-uris-are-https.ts'
import { unknownClientIsNotRedirected } from './uri/unknown-client-is-not-redirected.ts'
import { badTokenGets401 } from './use/bad-token-gets-401.ts'
import { everyRequestNeedsTheToken } from './use/every-request-needs-the-token.ts'
import { foreignTokenIsRefused } from './use/foreign-token-is-refused.ts'
import { freshTokenIsAccepted } from './use/fresh-token-is-accepted.ts'
import { noTokenInTheQuery } from './use/no-token-in-the-query.ts'
import { badVersionHeaderGets400 } from './ver/bad-version-header-gets-400.ts'
import { discoverIsWhole } from './ver/discover-is-whole.ts'
import { missingVersionHeaderIsTaken } from './ver/missing-version-header-is-taken.ts'
import { needsNoHandshake } from './ver/needs-no-handshake.ts'
import { refusalNamesVersions } from './ver/refusal-names-versions.ts'
import { unknownVersionIsNotEchoed } from './ver/unknown-version-is-not-echoed.ts'
import { unsupportedVersionIsExplained } from './ver/unsupported-version-is-explained.ts'
import { versionIsNegotiated } from './ver/version-is-negotiated.ts'

/** Every rule, by code; within one step, the first failing one is the cause of a stop. */
export const RULES: readonly Rule[] = [
  answers401WithoutToken,
  challengeNamesResourceMetadata,
  resourceMetadataCanBeFound,
  challengeIsThere,
  challengeIsBearer,
  parametersComeOnceInAChallenge,
  challengeHasLegalCharacters,
  noErrorWithoutToken,
  refusedTokenIsNamedInvalid,
  challengeNamesTheScope,
  metadataPointerWorks,
  pointerStaysTheSame,
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
  challengeIsDemanded,
  verifierIsChecked,
  noChallengeInTheAnswer,
  challengesAgree,
  grantedScopeIsTold,
  insufficientScopeIsNamed,
  allScopesAtOnce,
  stepUpEnds,
  challengeRepeatsWhatWasGranted,
  insufficientScopeIs403,
  tokenReachesFarEnough,
  clientBelongsToTheIssuer,
  keyCanSign,
  takesJson,
  answers201,
  secretTellsItsEnd,
  refusesWithJson,
  staysPublic,
  endpointAnswers,
  keepsTheRedirectUri,
  notTheOnlyWay,
  proxyAsksForEachClient,
  registrationIsOpen,
  acceptsThisClient,
  stateComesBack,
  codeOrError,
  parametersComeOnce,
  errorHasLegalCharacters,
  issIsSent,
  issIsAdvertised,
  promisedIssIsSent,
  issIsTheIssuer,
  issIsAnIssuer,
  documentNamesItself,
  documentIsWhole,
  documentHasNoSecret,
  documentComesDirectly,
  documentIsSmall,
  documentIsFetched,
  documentIsChecked,
  redirectUriIsInTheDocument,
  resourceIsAccepted,
  resourceHasNoNeedlessSlash,
  redirectUrisAreHttps,
  redirectUriIsCompared,
  unknownClientIsNotRedirected,
  loopbackPortMayDiffer,
  personGrantsAccess,
  answersWithAToken,
  tokenIsNotStored,
  tokenRefusalIsJson,
  tokenIsBearer,
  expiresInIsANumber,
  tokenIsShortLived,
  codeWorksOnce,
  unknownParametersAreIgnored,
  codeIsBound,
  exchangesTheCode,
  refreshTokenRotates,
  replacedTokenIsDead,
  refreshTokenIsIssued,
  refreshIsGranted,
  foreignTokenIsRefused,
  badTokenGets401,
  freshTokenIsAccepted,
  everyRequestNeedsTheToken,
  noTokenInTheQuery,
  tokenIsForTheResource,
  noScopeErrorWithoutToken,
  foreignOriginIsRefused,
  browserOriginIsAccepted,
  sessionIdIsVisibleAscii,
  missingSessionGets400,
  endedSessionGets404,
  modernServerHasNoSession,
  unknownSessionGets404,
  sessionIsKept,
  versionIsNegotiated,
  badVersionHeaderGets400,
  missingVersionHeaderIsTaken,
  unsupportedVersionIsExplained,
  discoverIsWhole,
  refusalNamesVersions,
  needsNoHandshake,
  unknownVersionIsNotEchoed,
  missingMetaIsRefused,
  headersAreCompared,
  unknownMethodGets404,
  errorCodesAreDefined,
  resultsHaveAType,
  resultsNameTheServer,
  initializeIsWhole,
  declaredToolsAreListed,
  badCursorIsRefused,
  listSaysHowLongItHolds,
  listAsksNothing,
  mirroredHeadersAreValid,
  toolNamesArePlain,
  inputSchemasAreObjects,
  answersJsonOrStream,
  notificationGets202,
  getOpensAStreamOrIs405,
  getIs405,
  answerHasTheId,
  streamEnds,
  streamCarriesNoRequest,
  streamIsNotBuffered,
  speaksStreamableHttp,
  answersToolsList,
  wrongAcceptBreaksNothing,
  serverIsHttps,
  noCorsAtTheAuthorizationEndpoint,
  safeAuthorizationUrl,
  machineMethodsAreListed,
  doesNotRedirect,
  answersCanBeRead,
  challengeCanBeSeen,
  sessionIdCanBeSeen,
  tokenMayBeSent,
  mcpHeadersMayBeSent,
  preflightIsAnswered,
  sessionMayBeEnded,
  metadataCanBeRead,
  endpointsCanBeRead,
  anyOriginMayRead,
  hostAnswers,
  portIsAllowed,
  answersInTime,
  answerIsBounded,
  notMixedContent,
  browserLetsItThrough,
  debuggerDoesItsPart,
]
