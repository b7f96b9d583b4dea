import type { Rule } from '../../run/rule.ts'
import { inUrl } from '../evidence.ts'
import { listed } from '../shown.ts'
import { PASS, fail } from '../verdict.ts'
import { callbackSeen, valuesOf, redirectToPaste } from './callback-seen.ts'

export const codeOrError: Rule = {
  id: 'AUR-03',
  name: 'code-or-error',
  title: 'The authorization response has either code or error, in the query',
  level: 'must',
  spec: ['oauth21-code-response'],
  step: 'callback',
  stops: true,
  culprit: 'issuer',
  check(run) {
    const seen = callbackSeen(run)
    if (seen.kind === 'unknown') return seen.verdict
    const { callback } = seen
    const hasCode = valuesOf(callback, 'code').some((code) => code !== '')
    const hasError = valuesOf(callback, 'error').length > 0
    if (hasCode !== hasError) return PASS
    const fix = 'Redirect with code on success, or with error on failure, both in the query.'
    const evidence = [inUrl(callback.exchange)] as const
    const paste = redirectToPaste(run)
    if (hasCode) {
      return fail({
        says: 'The answer must have either code or error; it has both.',
        fix,
        evidence,
        paste,
      })
    }
    if (/#.*\b(?:code|error)=/.test(run.arrival?.url ?? '')) {
      const says = `The answer must be in the query of ${run.config.redirectUri}; it came in the fragment.`
      return fail({
        says,
        fix: 'Answer code requests in the query (response_mode=query).',
        evidence,
        paste,
      })
    }
    const names = callback.parameters.map(([name]) => name)
    return fail({
      says: `The answer must have either code or error; it has ${names.length === 0 ? 'no parameters' : `only ${listed(names)}`}.`,
      fix,
      evidence,
      paste,
    })
  },
}
