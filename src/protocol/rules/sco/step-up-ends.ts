import type { StepId } from '../../http/exchange.ts'
import { stringMember } from '../../http/json.ts'
import type { Rule } from '../../run/rule.ts'
import type { Run } from '../../run/run.ts'
import { inBody, inStatus } from '../evidence.ts'
import { errorOf } from '../record.ts'
import { quoted } from '../shown.ts'
import { tokenAnswerSeen } from '../tok/token-answer-seen.ts'
import { PASS, cannotTell, fail, notApplicable } from '../verdict.ts'
import { challengeFor } from './insufficient-scope-is-named.ts'
import { parametersOf, refusalsWithToken } from './refusal-with-token.ts'

export const stepUpEnds: Rule = {
  id: 'SCO-12',
  name: 'step-up-ends',
  title: 'The server takes the scopes that it asked for',
  level: 'should',
  spec: ['mcp-step-up-2026-07-28'],
  since: '2025-11-25',
  step: 'authorization',
  stops: true,
  culprit: 'server',
  check(run) {
    if (run.authorizations.length < 2) return notApplicable('There was no step-up')
    if (!gaveUp(run)) return run.facts.tools ? PASS : cannotTell('The step-up is under way')
    const last = refusalsWithToken(run).at(-1)
    if (last === undefined) return cannotTell('No 403 to a token was recorded')
    const asked = run.authorizations.at(-1)?.scope ?? 'no scope'
    const wanted = parametersOf(last)['scope']
    const token = tokenAnswerSeen(run)
    const granted = token.kind === 'answered' ? stringMember(token.members, 'scope') : undefined
    const isWithheld = granted !== undefined && lacks(granted, wanted)
    return fail({
      says: `After ${run.authorizations.length} authorization requests, the last for ${quoted(asked)}${isWithheld ? `, which brought ${quoted(granted)}` : ''}, the server still answers 403${wanted === undefined ? '' : ` and wants ${quoted(wanted)}`}; a client stops here.`,
      fix: isWithheld
        ? 'Let the authorization server grant this client and account what the MCP server demands, or demand less.'
        : 'Name all scopes of the operation in one challenge, and accept a token that has them.',
      evidence: [
        inStatus(last.exchange.id),
        ...(token.kind === 'answered' && isWithheld ? [inBody(token.exchange.id, '/scope')] : []),
      ],
      ...(isWithheld
        ? { culprit: 'issuer' }
        : { paste: { title: 'Header of the 403', text: challengeFor(run, last) } }),
    })
  },
}

function lacks(granted: string, wanted: string | undefined): boolean {
  const had = new Set(granted.split(' '))
  return wanted?.split(' ').some((scope) => !had.has(scope)) ?? false
}

const PLACES: readonly StepId[] = ['authorization', 'session', 'tools']

function gaveUp(run: Run): boolean {
  const codes = PLACES.map((step) => errorOf(run, step)?.code)
  return codes.includes('too-many-authorizations') || codes.includes('insufficient-scope')
}
