import type { Rule } from '../../run/rule.ts'
import { issIsAdvertised } from '../iss/iss-is-advertised.ts'
import { issIsAnIssuer } from '../iss/iss-is-an-issuer.ts'
import { issIsSent } from '../iss/iss-is-sent.ts'
import { issIsTheIssuer } from '../iss/iss-is-the-issuer.ts'
import { promisedIssIsSent } from '../iss/promised-iss-is-sent.ts'

/** The rules of this family, in the order of their codes. */
export const ISS: readonly Rule[] = [
  issIsSent,
  issIsAdvertised,
  promisedIssIsSent,
  issIsTheIssuer,
  issIsAnIssuer,
]
