import { type JsonObject, isJsonArray, isJsonObject } from '../../http/json.ts'
import type { Rule } from '../../run/rule.ts'
import { inBody } from '../evidence.ts'
import { pretty, shownJson, shownStatus } from '../shown.ts'
import { callsIn } from '../trn/rpc-calls.ts'
import { PASS, fail, notApplicable } from '../verdict.ts'

export const discoverIsWhole: Rule = {
  id: 'VER-07',
  name: 'discover-is-whole',
  title: 'server/discover is answered with versions and capabilities',
  level: 'must',
  spec: ['mcp-discover-2026-07-28'],
  since: '2026-07-28',
  step: 'session',
  stops: false,
  culprit: 'server',
  check(run) {
    if (run.facts.session?.era !== 'modern') {
      return notApplicable('The server is not spoken to as 2026-07-28')
    }
    const call = callsIn(run).findLast(({ method }) => method === 'server/discover')
    if (call === undefined) return notApplicable('server/discover was not asked for')
    const { rpc, exchange, answer } = call
    const fix = 'Implement server/discover; every 2026-07-28 server has to.'
    if (rpc.kind !== 'result') {
      const told = rpc.kind === 'error' ? `error ${rpc.error.code}` : 'no JSON-RPC answer'
      const says = `server/discover must be answered with a result; ${shownStatus(answer.status)} came with ${told}.`
      return fail({ says, fix, evidence: [inBody(exchange.id)], paste: RESULT })
    }
    const missing = missingMember(rpc.result)
    if (missing === undefined) return PASS
    return fail({
      says: `The result of server/discover must have supportedVersions, capabilities, resultType, ttlMs and cacheScope; ${missing} is ${shownJson(rpc.result[missing])}.`,
      fix: `Add ${missing} to the result.`,
      evidence: [inBody(exchange.id, rpc.form === 'object' ? `/result/${missing}` : undefined)],
      paste: RESULT,
    })
  },
}

const RESULT = {
  title: 'Result of server/discover',
  text: pretty({
    resultType: 'complete',
    supportedVersions: ['2026-07-28'],
    capabilities: { tools: {} },
    ttlMs: 60_000,
    cacheScope: 'private',
  }),
}

function missingMember(result: JsonObject): string | undefined {
  if (!isJsonArray(result['supportedVersions'])) return 'supportedVersions'
  if (!isJsonObject(result['capabilities'])) return 'capabilities'
  if (typeof result['ttlMs'] !== 'number') return 'ttlMs'
  return ['resultType', 'cacheScope'].find((name) => typeof result[name] !== 'string')
}
