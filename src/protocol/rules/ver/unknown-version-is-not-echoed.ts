import { objectMember } from '../../http/json.ts'
import type { Rule } from '../../run/rule.ts'
import { judgeProbe } from '../probe-seen.ts'
import type { Answered } from '../record.ts'
import { messagesIn } from '../trn/rpc-calls.ts'

export const unknownVersionIsNotEchoed: Rule = {
  id: 'VER-20',
  name: 'unknown-version-is-not-echoed',
  title: 'initialize with a version that does not exist is answered with another',
  level: 'must',
  spec: ['mcp-version-negotiation-2025-11-25'],
  until: '2025-11-25',
  step: 'probes',
  stops: false,
  culprit: 'server',
  check: (run) =>
    judgeProbe(run, {
      names: ['old-initialize'],
      isRight: (seen) => !echoes(seen) && seen.answer.status < 500,
      required: 'A version that the server does not support must be answered with one that it does',
      fix: 'Echo the version of the request only when you support it.',
    }),
}

/** True when the result names the very version that was asked for. */
function echoes(seen: Answered): boolean {
  return messagesIn(seen).some((message) => {
    const version = objectMember(message, 'result')?.['protocolVersion']
    return typeof version === 'string' && seen.exchange.request.body?.text.includes(version)
  })
}
