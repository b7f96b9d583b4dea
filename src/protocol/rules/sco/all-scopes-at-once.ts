import { parseJsonObject, stringMember } from '../../http/json.ts'
import type { Rule } from '../../run/rule.ts'
import { inHeader } from '../evidence.ts'
import { quoted } from '../shown.ts'
import { PASS, fail, notApplicable } from '../verdict.ts'
import { type Refusal, parametersOf, refusalsWithToken } from './refusal-with-token.ts'

export const allScopesAtOnce: Rule = {
  id: 'SCO-10',
  name: 'all-scopes-at-once',
  title: 'One challenge names all scopes of an operation',
  level: 'should',
  spec: ['mcp-insufficient-scope-2026-07-28'],
  since: '2026-07-28',
  step: 'session',
  stops: false,
  culprit: 'server',
  check(run) {
    const refusals = refusalsWithToken(run)
    for (const [index, later] of refusals.entries()) {
      const earlier = refusals.slice(0, index).find((each) => methodOf(each) === methodOf(later))
      if (earlier === undefined) continue
      const fresh = scopesOf(later).filter((scope) => !scopesOf(earlier).includes(scope))
      if (fresh.length === 0) continue
      return fail({
        says: `The challenge should name all scopes of an operation at once; after ${quoted(scopesOf(earlier).join(' '))} the same call also wanted ${quoted(fresh.join(' '))}.`,
        fix: 'Name every scope of the operation in the first 403.',
        evidence: [
          inHeader(later.exchange.id, 'www-authenticate'),
          inHeader(earlier.exchange.id, 'www-authenticate'),
        ],
      })
    }
    return refusals.length > 1 ? PASS : notApplicable('No call was refused for its scope twice')
  },
}

function methodOf({ exchange }: Refusal): string | undefined {
  return stringMember(parseJsonObject(exchange.request.body?.text ?? ''), 'method')
}

function scopesOf(refusal: Refusal): readonly string[] {
  return (parametersOf(refusal)['scope'] ?? '').split(' ').filter((scope) => scope !== '')
}
