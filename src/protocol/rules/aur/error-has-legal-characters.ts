import type { Rule } from '../../run/rule.ts'
import { inUrl } from '../evidence.ts'
import { quoted } from '../shown.ts'
import { PASS, cannotTell, fail, notApplicable } from '../verdict.ts'
import { callbackSeen, isTrusted } from './callback-seen.ts'

export const errorHasLegalCharacters: Rule = {
  id: 'AUR-05',
  name: 'error-has-legal-characters',
  title: 'The error of an authorization response has legal characters only',
  level: 'must',
  spec: ['oauth21-code-response'],
  step: 'callback',
  stops: false,
  culprit: 'issuer',
  check(run, client) {
    const seen = callbackSeen(run)
    if (seen.kind === 'unknown') return seen.verdict
    const { error, exchange } = seen.callback
    if (error === undefined) return notApplicable('The answer has no error')
    if (!isTrusted(run, client, seen))
      return cannotTell('The answer may not be acted on, so its error is not read')
    if (/^[\x20-\x21\x23-\x5b\x5d-\x7e]+$/.test(error)) return PASS
    return fail({
      says: `error must be plain ASCII without quotation mark and backslash; it is ${quoted(error)}.`,
      fix: 'Send one of the registered error codes, and the words in error_description.',
      evidence: [inUrl(exchange)],
    })
  },
}
