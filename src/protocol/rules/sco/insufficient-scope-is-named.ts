import type { Rule } from '../../run/rule.ts'
import type { Run } from '../../run/run.ts'
import { findResourceMetadataUrl } from '../addresses.ts'
import { HIDDEN } from '../chl/challenge-header.ts'
import { inHeader } from '../evidence.ts'
import { quoted } from '../shown.ts'
import { PASS, cannotTell, fail, notApplicable } from '../verdict.ts'
import { type Refusal, parametersOf, refusalsWithToken } from './refusal-with-token.ts'

export const insufficientScopeIsNamed: Rule = {
  id: 'SCO-09',
  name: 'insufficient-scope-is-named',
  title: 'A 403 for scope says insufficient_scope, the scope and the resource metadata',
  level: 'should',
  spec: ['mcp-insufficient-scope-2026-07-28', 'rfc6750-3.1'],
  since: '2025-11-25',
  step: 'session',
  stops: true,
  culprit: 'server',
  check(run) {
    const refusals = refusalsWithToken(run)
    const [first] = refusals
    if (first === undefined) return notApplicable('No token was refused with 403')
    if (refusals.some(({ header }) => header === 'hidden')) return cannotTell(HIDDEN)
    const faulty = refusals.find((refusal) => lackOf(refusal) !== undefined)
    if (faulty === undefined) return PASS
    return fail({
      says: `A 403 for a missing scope should say so in a Bearer challenge; ${lackOf(faulty)}${typeof faulty.header === 'string' ? '' : ` in ${quoted(faulty.header.raw)}`}.`,
      fix: 'Send the challenge below with a 403 that more scopes would cure; without it a client cannot ask for them.',
      evidence: [inHeader(faulty.exchange.id, 'www-authenticate')],
      paste: { title: 'Header of the 403', text: challengeFor(run, faulty) },
    })
  },
}

function lackOf(refusal: Refusal): string | undefined {
  if (refusal.header === 'absent') return 'there is no WWW-Authenticate'
  const parameters = parametersOf(refusal)
  if (parameters['error'] !== 'insufficient_scope') return 'error="insufficient_scope" is missing'
  const missing = ['scope', 'resource_metadata'].find((name) => !parameters[name])
  return missing && `${missing} is missing`
}

/** The WWW-Authenticate line of a 403 that more scopes would cure. */
export function challengeFor(run: Run, refusal: Refusal): string {
  const scope = parametersOf(refusal)['scope'] ?? '<scopes that the call needs>'
  const url = run.facts.resourceMetadata?.found?.url ?? findResourceMetadataUrl(run.config.server)
  return `WWW-Authenticate: Bearer error="insufficient_scope", scope="${scope}", resource_metadata="${url ?? '<metadata url>'}"`
}
