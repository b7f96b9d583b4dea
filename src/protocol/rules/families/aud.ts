import type { Rule } from '../../run/rule.ts'
import { tokenIsForTheResource } from '../aud/token-is-for-the-resource.ts'

/** The rules of this family, in the order of their codes. */
export const AUD: readonly Rule[] = [tokenIsForTheResource]
