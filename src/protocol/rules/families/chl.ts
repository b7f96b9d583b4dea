import type { Rule } from '../../run/rule.ts'
import { answers401WithoutToken } from '../chl/answers-401-without-token.ts'
import { challengeHasLegalCharacters } from '../chl/challenge-has-legal-characters.ts'
import { challengeIsBearer } from '../chl/challenge-is-bearer.ts'
import { challengeIsThere } from '../chl/challenge-is-there.ts'
import { challengeNamesResourceMetadata } from '../chl/challenge-names-resource-metadata.ts'
import { challengeNamesTheScope } from '../chl/challenge-names-the-scope.ts'
import { metadataPointerWorks } from '../chl/metadata-pointer-works.ts'
import { noErrorWithoutToken } from '../chl/no-error-without-token.ts'
import { parametersComeOnceInAChallenge } from '../chl/parameters-come-once-in-a-challenge.ts'
import { pointerStaysTheSame } from '../chl/pointer-stays-the-same.ts'
import { refusedTokenIsNamedInvalid } from '../chl/refused-token-is-named-invalid.ts'
import { resourceMetadataCanBeFound } from '../chl/resource-metadata-can-be-found.ts'

/** The rules of this family, in the order of their codes. */
export const CHL: readonly Rule[] = [
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
]
