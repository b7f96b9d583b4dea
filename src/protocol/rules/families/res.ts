import type { Rule } from '../../run/rule.ts'
import { resourceHasNoNeedlessSlash } from '../res/resource-has-no-needless-slash.ts'
import { resourceIsAccepted } from '../res/resource-is-accepted.ts'

/** The rules of this family, in the order of their codes. */
export const RES: readonly Rule[] = [resourceIsAccepted, resourceHasNoNeedlessSlash]
