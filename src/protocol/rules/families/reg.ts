import type { Rule } from '../../run/rule.ts'
import { clientBelongsToTheIssuer } from '../reg/client-belongs-to-the-issuer.ts'
import { keyCanSign } from '../reg/key-can-sign.ts'

/** The rules of this family, in the order of their codes. */
export const REG: readonly Rule[] = [clientBelongsToTheIssuer, keyCanSign]
