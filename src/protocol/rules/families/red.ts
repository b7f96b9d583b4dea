import type { Rule } from '../../run/rule.ts'
import { doesNotRedirect } from '../red/does-not-redirect.ts'

/** The rules of this family, in the order of their codes. */
export const RED: readonly Rule[] = [doesNotRedirect]
