import type { Rule } from '../../run/rule.ts'
import { allScopesAtOnce } from '../sco/all-scopes-at-once.ts'
import { challengeRepeatsWhatWasGranted } from '../sco/challenge-repeats-what-was-granted.ts'
import { challengesAgree } from '../sco/challenges-agree.ts'
import { grantedScopeIsTold } from '../sco/granted-scope-is-told.ts'
import { insufficientScopeIs403 } from '../sco/insufficient-scope-is-403.ts'
import { insufficientScopeIsNamed } from '../sco/insufficient-scope-is-named.ts'
import { stepUpEnds } from '../sco/step-up-ends.ts'
import { tokenReachesFarEnough } from '../sco/token-reaches-far-enough.ts'

/** The rules of this family, in the order of their codes. */
export const SCO: readonly Rule[] = [
  challengesAgree,
  grantedScopeIsTold,
  insufficientScopeIsNamed,
  allScopesAtOnce,
  stepUpEnds,
  challengeRepeatsWhatWasGranted,
  insufficientScopeIs403,
  tokenReachesFarEnough,
]
