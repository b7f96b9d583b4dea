import type { Rule } from '../../run/rule.ts'
import { codeOrError } from '../aur/code-or-error.ts'
import { errorHasLegalCharacters } from '../aur/error-has-legal-characters.ts'
import { parametersComeOnce } from '../aur/parameters-come-once.ts'
import { stateComesBack } from '../aur/state-comes-back.ts'

/** The rules of this family, in the order of their codes. */
export const AUR: readonly Rule[] = [
  stateComesBack,
  codeOrError,
  parametersComeOnce,
  errorHasLegalCharacters,
]
