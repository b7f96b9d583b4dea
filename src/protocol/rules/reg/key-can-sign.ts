import type { Rule } from '../../run/rule.ts'
import { inOutcome } from '../evidence.ts'
import { endOf, errorOf } from '../record.ts'
import { PASS, cannotTell, fail, notApplicable } from '../verdict.ts'

export const keyCanSign: Rule = {
  id: 'REG-20',
  name: 'key-can-sign',
  title: 'The private key of the client can be read and signs',
  level: 'practice',
  spec: ['mcp-client-credentials'],
  step: 'token',
  stops: true,
  culprit: 'person',
  check(run) {
    if (run.facts.clientIdentity?.authentication !== 'private_key_jwt') {
      return notApplicable('This client has no private key')
    }
    for (const step of ['token', 'refresh', 'revoke'] as const) {
      const error = errorOf(run, step)
      if (error?.code !== 'bad-key') continue
      const last = endOf(run, step)
      if (last === undefined) return cannotTell(error.message)
      return fail({
        says: error.message,
        fix: 'Give the private key of this client as PEM (PKCS#8, BEGIN PRIVATE KEY) or as a JWK.',
        evidence: [inOutcome(last.id)],
      })
    }
    return run.facts.tokens ? PASS : cannotTell('The key was not used yet')
  },
}
