import type { Rule } from '../../run/rule.ts'
import { documentComesDirectly } from '../cimd/document-comes-directly.ts'
import { documentHasNoSecret } from '../cimd/document-has-no-secret.ts'
import { documentIsChecked } from '../cimd/document-is-checked.ts'
import { documentIsFetched } from '../cimd/document-is-fetched.ts'
import { documentIsSmall } from '../cimd/document-is-small.ts'
import { documentIsWhole } from '../cimd/document-is-whole.ts'
import { documentNamesItself } from '../cimd/document-names-itself.ts'
import { redirectUriIsInTheDocument } from '../cimd/redirect-uri-is-in-the-document.ts'

/** The rules of this family, in the order of their codes. */
export const CIMD: readonly Rule[] = [
  documentNamesItself,
  documentIsWhole,
  documentHasNoSecret,
  documentComesDirectly,
  documentIsSmall,
  documentIsFetched,
  documentIsChecked,
  redirectUriIsInTheDocument,
]
