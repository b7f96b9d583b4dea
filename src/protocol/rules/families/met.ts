import type { Rule } from '../../run/rule.ts'
import { errorCodesAreDefined } from '../met/error-codes-are-defined.ts'
import { headersAreCompared } from '../met/headers-are-compared.ts'
import { missingMetaIsRefused } from '../met/missing-meta-is-refused.ts'
import { resultsHaveAType } from '../met/results-have-a-type.ts'
import { resultsNameTheServer } from '../met/results-name-the-server.ts'
import { unknownMethodGets404 } from '../met/unknown-method-gets-404.ts'

/** The rules of this family, in the order of their codes. */
export const MET: readonly Rule[] = [
  missingMetaIsRefused,
  headersAreCompared,
  unknownMethodGets404,
  errorCodesAreDefined,
  resultsHaveAType,
  resultsNameTheServer,
]
