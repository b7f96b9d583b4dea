import type { Rule } from '../../run/rule.ts'
import { browserOriginIsAccepted } from '../org/browser-origin-is-accepted.ts'
import { foreignOriginIsRefused } from '../org/foreign-origin-is-refused.ts'

/** The rules of this family, in the order of their codes. */
export const ORG: readonly Rule[] = [foreignOriginIsRefused, browserOriginIsAccepted]
