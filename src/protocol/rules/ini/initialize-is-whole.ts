import { type JsonObject, objectMember, stringMember } from '../../http/json.ts'
import type { Rule } from '../../run/rule.ts'
import { inBody } from '../evidence.ts'
import { pretty, shownJson } from '../shown.ts'
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
      evidence: [inBody(seen.exchange, seen.form === 'object' ? `/result/${missing}` : undefined)],
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

function missingMember(result: JsonObject): string | undefined {
  if (!stringMember(result, 'protocolVersion')) return 'protocolVersion'
  if (objectMember(result, 'capabilities') === undefined) return 'capabilities'
  return objectMember(result, 'serverInfo') === undefined ? 'serverInfo' : undefined
}
