import { parseJsonObject } from '../../http/json.ts'
import type { Rule } from '../../run/rule.ts'
import { judgeProbe } from '../probe-seen.ts'

export const ownWellKnownHasIt: Rule = {
  id: 'PRM-10',
  name: 'own-well-known-has-it',
  title: 'The document is also at the well-known address of its own resource',
  level: 'practice',
  spec: ['rfc9728-3'],
  since: '2025-06-18',
  step: 'probes',
  stops: false,
  culprit: 'server',
  check: (run) =>
    judgeProbe(run, {
      names: ['own-well-known'],
      isRight: ({ answer }) =>
        answer.status === 200 && parseJsonObject(answer.body.text) !== undefined,
      required:
        'RFC 9728 wants the document at the well-known address of its resource too; MCP is content with the header',
      fix: 'Serve the document at that address too.',
    }),
}
