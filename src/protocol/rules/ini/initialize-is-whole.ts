import { findHeader } from '../../http/exchange.ts'
import { type JsonObject, objectMember, stringMember } from '../../http/json.ts'
import { missesVersion } from '../../run/behaviour/session-refusal.ts'
import type { Evidence, Rule } from '../../run/rule.ts'
import type { Run } from '../../run/run.ts'
import { inBody } from '../evidence.ts'
import { pretty, shownJson } from '../shown.ts'
import { callsIn } from '../trn/rpc-calls.ts'
import { PASS, fail } from '../verdict.ts'
import { initializeAnswer } from './initialize-answer.ts'

export const initializeIsWhole: Rule = {
  id: 'INI-01',
  name: 'initialize-is-whole',
  title: 'The initialize result has protocolVersion, capabilities and serverInfo',
  level: 'must',
  spec: ['mcp-lifecycle-2025-11-25'],
  step: 'session',
  stops: true,
  culprit: 'server',
  check(run) {
    const seen = initializeAnswer(run)
    if (seen.kind === 'unknown') return seen.verdict
    const missing = missingMember(seen.result)
    if (missing === undefined) return PASS
    return fail({
      says: `The initialize result must have protocolVersion, capabilities and serverInfo; its ${missing} is ${shownJson(seen.result[missing])}.`,
      fix: `Add ${missing} to the result of initialize.`,
      evidence: [
        inBody(seen.exchange, seen.form === 'object' ? `/result/${missing}` : undefined),
        ...(missing === 'protocolVersion' ? refusalsForVersion(run) : []),
      ],
      paste: {
        title: 'Result of initialize',
        text: pretty({
          protocolVersion: '2025-11-25',
          capabilities: { tools: {} },
          serverInfo: { name: '<server>', version: '<version>' },
          ...seen.result,
        }),
      },
    })
  },
}

/** A client that was told no version names none; some servers refuse that. */
function refusalsForVersion(run: Run): readonly Evidence[] {
  return callsIn(run)
    .filter(
      ({ exchange, rpc, answer }) =>
        rpc.kind === 'error' &&
        missesVersion(answer.body.text) &&
        findHeader(exchange.request.headers, 'mcp-protocol-version') === undefined,
    )
    .map(({ exchange }) => inBody(exchange.id))
}

function missingMember(result: JsonObject): string | undefined {
  if (!stringMember(result, 'protocolVersion')) return 'protocolVersion'
  if (objectMember(result, 'capabilities') === undefined) return 'capabilities'
  return objectMember(result, 'serverInfo') === undefined ? 'serverInfo' : undefined
}
