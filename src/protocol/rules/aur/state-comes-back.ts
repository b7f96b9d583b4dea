import type { Rule } from '../../run/rule.ts'
import { inUrl } from '../evidence.ts'
import { PASS, cannotTell, fail } from '../verdict.ts'
import { callbackSeen, isAnswer, valuesOf, redirectToPaste } from './callback-seen.ts'

export const stateComesBack: Rule = {
  id: 'AUR-02',
  name: 'state-comes-back',
  title: 'The authorization response returns state unchanged',
  level: 'must',
  spec: ['oauth21-code-response', 'mcp-open-redirection-2026-07-28'],
  step: 'callback',
  stops: true,
  culprit: 'issuer',
  check(run) {
    const seen = callbackSeen(run)
    if (seen.kind === 'unknown') return seen.verdict
    const { callback, request } = seen
    const [state] = valuesOf(callback, 'state')
    if (state === request.state) return PASS
    const evidence = [inUrl(callback.exchange), inUrl(request.exchange)] as const
    if (state === undefined && !isAnswer(callback)) {
      return cannotTell('The query holds no answer: AUR-03')
    }
    if (state === undefined) {
      return fail({
        says: 'The authorization server must return state unchanged, with errors too; the answer has none, so it must be discarded.',
        fix: 'Add the state of the request to every redirect, on success and on error.',
        evidence,
        paste: redirectToPaste(run),
      })
    }
    return fail({
      says: 'The authorization server must return state unchanged; another one came back, so the answer must be discarded, as it may belong to another attempt or be forged.',
      fix: 'Return state exactly as it was sent, without cutting or encoding it twice.',
      evidence,
      paste: redirectToPaste(run),
      compare: [
        { label: 'state sent', value: request.state },
        { label: 'state that came back', value: state },
      ],
    })
  },
}
