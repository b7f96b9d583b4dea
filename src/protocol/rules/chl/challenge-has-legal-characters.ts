import { type ChallengeParameter, findBearer } from '../../http/challenge.ts'
import type { Rule } from '../../run/rule.ts'
import { inHeader } from '../evidence.ts'
import { quoted } from '../shown.ts'
import { PASS, fail, notApplicable } from '../verdict.ts'
import { challengeSeen } from './challenge-header.ts'

export const challengeHasLegalCharacters: Rule = {
  id: 'CHL-07',
  name: 'challenge-has-legal-characters',
  title: 'Scopes and error texts of a challenge have legal characters only',
  level: 'must',
  spec: ['oauth21-bearer-challenge', 'rfc6750-3'],
  since: '2025-06-18',
  step: 'challenge',
  stops: true,
  culprit: 'server',
  check(run) {
    const seen = challengeSeen(run)
    if (seen.kind === 'unknown') return seen.verdict
    if (seen.kind === 'absent') return notApplicable('There is no challenge at all: CHL-04')
    for (const parameter of findBearer(seen.reading)?.parameters ?? []) {
      const fault = faultOf(parameter)
      if (fault === undefined) continue
      return fail({
        says: `${parameter.name} ${fault}; it is ${quoted(parameter.value)}.`,
        fix: 'Write scopes as plain words with one space between them, and error texts without quotation marks and backslashes.',
        evidence: [inHeader(seen.fact.exchange, 'www-authenticate', parameter.span)],
        paste: {
          title: 'Parameter of the challenge',
          text: `${parameter.name}="${parameter.value
            .replace(/["\\\p{Cc}]/gu, '')
            .replace(/ +/g, ' ')
            .trim()}"`,
        },
      })
    }
    return PASS
  },
}

const SCOPES = /^[\x21\x23-\x5b\x5d-\x7e]+(?: [\x21\x23-\x5b\x5d-\x7e]+)*$/
const ERROR_TEXT = /^[\x20-\x21\x23-\x5b\x5d-\x7e]*$/

function faultOf({ name, value }: ChallengeParameter): string | undefined {
  switch (name.toLowerCase()) {
    case 'scope':
      return SCOPES.test(value)
        ? undefined
        : 'must be scopes of visible characters without quotation mark and backslash, one space between them'
    case 'error':
    case 'error_description':
    case 'error_uri':
      return ERROR_TEXT.test(value)
        ? undefined
        : 'must have no quotation mark, backslash or control character'
    default:
      return undefined
  }
}
