import type { Rule } from '../../run/rule.ts'
import { refreshIsGranted } from '../ref/refresh-is-granted.ts'
import { refreshTokenIsIssued } from '../ref/refresh-token-is-issued.ts'
import { refreshTokenRotates } from '../ref/refresh-token-rotates.ts'
import { replacedTokenIsDead } from '../ref/replaced-token-is-dead.ts'

/** The rules of this family, in the order of their codes. */
export const REF: readonly Rule[] = [
  refreshTokenRotates,
  replacedTokenIsDead,
  refreshTokenIsIssued,
  refreshIsGranted,
]
