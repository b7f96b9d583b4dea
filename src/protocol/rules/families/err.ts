import type { Rule } from '../../run/rule.ts'
import { noScopeErrorWithoutToken } from '../err/no-scope-error-without-token.ts'

/** The rules of this family, in the order of their codes. */
export const ERR: readonly Rule[] = [noScopeErrorWithoutToken]
