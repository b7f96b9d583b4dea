import type { Rule } from '../../run/rule.ts'
import { initializeIsWhole } from '../ini/initialize-is-whole.ts'

/** The rules of this family, in the order of their codes. */
export const INI: readonly Rule[] = [initializeIsWhole]
