import type { Rule } from '../../run/rule.ts'
import { badTokenGets401 } from '../use/bad-token-gets-401.ts'
import { everyRequestNeedsTheToken } from '../use/every-request-needs-the-token.ts'
import { foreignTokenIsRefused } from '../use/foreign-token-is-refused.ts'
import { freshTokenIsAccepted } from '../use/fresh-token-is-accepted.ts'
import { noTokenInTheQuery } from '../use/no-token-in-the-query.ts'

/** The rules of this family, in the order of their codes. */
export const USE: readonly Rule[] = [
  foreignTokenIsRefused,
  badTokenGets401,
  freshTokenIsAccepted,
  everyRequestNeedsTheToken,
  noTokenInTheQuery,
]
