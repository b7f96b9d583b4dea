import { stringsMember } from '../../http/json.ts'
import type { Rule, Verdict } from '../../run/rule.ts'
import { inBody } from '../evidence.ts'
import { listed } from '../shown.ts'
import { PASS, fail } from '../verdict.ts'
import { memberToPaste, readServerMetadata } from './document-seen.ts'

export const offersTheGrant: Rule = {
  id: 'ASM-08',
  name: 'offers-the-grant',
  title: 'grant_types_supported includes the grant of this walk, and none that OAuth 2.1 dropped',
  level: 'practice',
  spec: ['rfc8414-2'],
  step: 'server-metadata',
  stops: true,
  culprit: 'issuer',
  check(run) {
    const read = readServerMetadata(run)
    if (read.kind === 'unknown') return read.verdict
    const { grant } = run.config
    const grants = stringsMember(read.document, 'grant_types_supported')
    const offered = grants ?? ['authorization_code', 'implicit']
    if (offered.includes(grant)) return judgeDropped(grants ?? [], read.exchange)
    const what =
      grants === undefined
        ? 'has no list, which means authorization_code and implicit'
        : `lists ${listed(grants) || 'none'}`
    return fail({
      says: `This walk uses the grant ${grant}; grant_types_supported ${what}.`,
      fix: `Allow the grant and list ${grant} in grant_types_supported.`,
      evidence: [inBody(read.exchange, '/grant_types_supported')],
      paste: memberToPaste('grant_types_supported', [grant, ...(grants ?? [])]),
    })
  },
}

function judgeDropped(grants: readonly string[], exchange: string): Verdict {
  const dropped = grants.filter((grant) => grant === 'implicit' || grant === 'password')
  if (dropped.length === 0) return PASS
  return fail({
    says: `OAuth 2.1 dropped the grants implicit and password; the metadata lists ${listed(dropped)}.`,
    fix: 'Switch these grants off where no old client needs them.',
    evidence: [inBody(exchange, '/grant_types_supported')],
    paste: memberToPaste(
      'grant_types_supported',
      grants.filter((grant) => !dropped.some((each) => each === grant)),
    ),
  })
}
