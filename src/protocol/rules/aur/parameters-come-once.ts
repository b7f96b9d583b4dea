import type { Rule } from '../../run/rule.ts'
import { inUrl } from '../evidence.ts'
import { PASS, fail } from '../verdict.ts'
import { callbackSeen, redirectToPaste } from './callback-seen.ts'

export const parametersComeOnce: Rule = {
  id: 'AUR-04',
  name: 'parameters-come-once',
  title: 'No parameter of the authorization response is repeated',
  level: 'must',
  spec: ['oauth21-endpoint-parameters'],
  step: 'callback',
  stops: true,
  culprit: 'issuer',
  check(run) {
    const seen = callbackSeen(run)
    if (seen.kind === 'unknown') return seen.verdict
    const names = seen.callback.parameters.map(([name]) => name)
    const repeated = names.find((name, index) => names.indexOf(name) !== index)
    if (repeated === undefined) return PASS
    const count = names.filter((name) => name === repeated).length
    return fail({
      says: `No parameter of the answer may be repeated; ${repeated} comes ${count} times.`,
      fix: `Send ${repeated} once; a redirect URI that has it already gets it twice.`,
      evidence: [inUrl(seen.callback.exchange)],
      paste: redirectToPaste(run),
    })
  },
}
