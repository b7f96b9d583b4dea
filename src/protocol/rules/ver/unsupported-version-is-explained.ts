import { isJsonArray, objectMember } from '../../http/json.ts'
import type { Rule } from '../../run/rule.ts'
import { judgeProbe, rpcError, rpcErrorCode } from '../probe-seen.ts'
import type { Answered } from '../record.ts'

export const unsupportedVersionIsExplained: Rule = {
  id: 'VER-06',
  name: 'unsupported-version-is-explained',
  title: 'An unsupported version is answered with 400, -32022 and the versions',
  level: 'must',
  spec: ['mcp-versioning-2026-07-28'],
  since: '2026-07-28',
  step: 'probes',
  stops: false,
  culprit: 'server',
  check: (run) =>
    judgeProbe(run, {
      names: ['modern-version'],
      isRight: (seen) =>
        seen.answer.status === 400 && rpcErrorCode(seen) === -32022 && namesVersions(seen),
      required:
        'A version that nobody speaks must be answered with 400 and -32022, with data.supported and data.requested',
      fix: 'Answer with that error and name your versions in it.',
    }),
}

function namesVersions(seen: Answered): boolean {
  const data = objectMember(rpcError(seen), 'data')
  return isJsonArray(data?.['supported']) && typeof data['requested'] === 'string'
}
