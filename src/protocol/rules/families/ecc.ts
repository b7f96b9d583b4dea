import type { Rule } from '../../run/rule.ts'
import { machineMethodsAreListed } from '../ecc/machine-methods-are-listed.ts'

/** The rules of this family, in the order of their codes. */
export const ECC: readonly Rule[] = [machineMethodsAreListed]
