import type { Rule } from '../../run/rule.ts'
import { answerIsBounded } from '../net/answer-is-bounded.ts'
import { answersInTime } from '../net/answers-in-time.ts'
import { browserLetsItThrough } from '../net/browser-lets-it-through.ts'
import { hostAnswers } from '../net/host-answers.ts'
import { notMixedContent } from '../net/not-mixed-content.ts'
import { portIsAllowed } from '../net/port-is-allowed.ts'

/** The rules of this family, in the order of their codes. */
export const NET: readonly Rule[] = [
  hostAnswers,
  portIsAllowed,
  answersInTime,
  answerIsBounded,
  notMixedContent,
  browserLetsItThrough,
]
