import type { Rule } from '../../run/rule.ts'
import { inBody, inOutcome } from '../evidence.ts'
import { endOf } from '../record.ts'
import { PASS, cannotTell, fail, notApplicable, notReached } from '../verdict.ts'

export const clientBelongsToTheIssuer: Rule = {
  id: 'REG-04',
  name: 'client-belongs-to-the-issuer',
  title: 'A pre-registered client id is used only at the authorization server that knows it',
  level: 'should',
  spec: ['mcp-binding-2026-07-28'],
  step: 'registration',
  stops: true,
  culprit: 'person',
  check(run) {
    const { clientId } = run.config
    if (clientId === undefined) return notApplicable('Nobody gave a client id')
    const metadata = run.facts.serverMetadata
    if (metadata === undefined) return notReached('the authorization server')
    const earlier = run.identities.find(
      (each) => each.kind === 'pre-registered' && each.clientId === clientId,
    )
    if (earlier === undefined || earlier.issuer === metadata.issuer) return PASS
    const exchange = metadata.found?.exchange
    const last = endOf(run, 'registration')
    if (exchange === undefined && last === undefined) return cannotTell('No exchange shows it')
    return fail({
      says: `The client id ${clientId} belongs to ${earlier.issuer}; the authorization server is now ${metadata.issuer}.`,
      fix: 'Enter a client id that is registered at the new authorization server.',
      evidence: [exchange === undefined ? inOutcome(last?.id ?? '') : inBody(exchange, '/issuer')],
      compare: [
        { label: 'Issuer of the client id', value: earlier.issuer },
        { label: 'Issuer now', value: metadata.issuer },
      ],
    })
  },
}
