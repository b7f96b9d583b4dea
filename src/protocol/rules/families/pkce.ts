import type { Rule } from '../../run/rule.ts'
import { challengeIsDemanded } from '../pkce/challenge-is-demanded.ts'
import { noChallengeInTheAnswer } from '../pkce/no-challenge-in-the-answer.ts'
import { verifierIsChecked } from '../pkce/verifier-is-checked.ts'

/** The rules of this family, in the order of their codes. */
export const PKCE: readonly Rule[] = [
  challengeIsDemanded,
  verifierIsChecked,
  noChallengeInTheAnswer,
]
