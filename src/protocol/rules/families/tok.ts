import type { Rule } from '../../run/rule.ts'
import { answersWithAToken } from '../tok/answers-with-a-token.ts'
import { codeIsBound } from '../tok/code-is-bound.ts'
import { codeWorksOnce } from '../tok/code-works-once.ts'
import { exchangesTheCode } from '../tok/exchanges-the-code.ts'
import { expiresInIsANumber } from '../tok/expires-in-is-a-number.ts'
import { tokenIsBearer } from '../tok/token-is-bearer.ts'
import { tokenIsNotStored } from '../tok/token-is-not-stored.ts'
import { tokenIsShortLived } from '../tok/token-is-short-lived.ts'
import { tokenRefusalIsJson } from '../tok/token-refusal-is-json.ts'
import { unknownParametersAreIgnored } from '../tok/unknown-parameters-are-ignored.ts'

/** The rules of this family, in the order of their codes. */
export const TOK: readonly Rule[] = [
  answersWithAToken,
  tokenIsNotStored,
  tokenRefusalIsJson,
  tokenIsBearer,
  expiresInIsANumber,
  tokenIsShortLived,
  codeWorksOnce,
  unknownParametersAreIgnored,
  codeIsBound,
  exchangesTheCode,
]
