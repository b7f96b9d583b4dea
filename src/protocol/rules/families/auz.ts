import type { Rule } from '../../run/rule.ts'
import { personGrantsAccess } from '../auz/person-grants-access.ts'

/** The rules of this family, in the order of their codes. */
export const AUZ: readonly Rule[] = [personGrantsAccess]
