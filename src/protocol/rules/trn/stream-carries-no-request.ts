import type { Rule } from '../../run/rule.ts'
import { inBody } from '../evidence.ts'
import { shownJson } from '../shown.ts'
import { PASS, fail, notApplicable } from '../verdict.ts'
import { isStream, messagesIn, servedIn } from './rpc-calls.ts'

export const streamCarriesNoRequest: Rule = {
  id: 'TRN-08',
  name: 'stream-carries-no-request',
  title: 'An event stream carries no requests of the server',
  level: 'must',
  spec: ['mcp-transport-2026-07-28'],
  since: '2026-07-28',
  step: 'session',
  stops: false,
  culprit: 'server',
  check(run) {
    if (run.facts.session?.era !== 'modern') {
      return notApplicable('The server is not spoken to as 2026-07-28')
    }
    const streams = servedIn(run).filter(({ answer }) => isStream(answer.headers))
    if (streams.length === 0) return notApplicable('No answer was an event stream')
    for (const stream of streams) {
      const request = messagesIn(stream).find(
        (message) => typeof message['method'] === 'string' && message['id'] !== undefined,
      )
      if (request === undefined) continue
      return fail({
        says: `An event stream of 2026-07-28 must carry no requests; the one to ${stream.method} carries ${shownJson(request['method'])}.`,
        fix: 'Answer with input_required where you need something from the client.',
        evidence: [inBody(stream.exchange.id)],
      })
    }
    return PASS
  },
}
