import type { ChallengeReading } from '../../http/challenge.ts'
import type { ChallengeFact } from '../../run/facts.ts'
import type { Paste, Verdict } from '../../run/rule.ts'
import type { Run } from '../../run/run.ts'
import { findResourceMetadataUrl } from '../addresses.ts'
import { cannotTell, notApplicable, notReached } from '../verdict.ts'

/** The header of a 401 as read, or the verdict of a rule that needs it and has none. */
export type HeaderSeen =
  | { readonly kind: 'read'; readonly fact: ChallengeFact; readonly reading: ChallengeReading }
  | { readonly kind: 'absent'; readonly fact: ChallengeFact }
  | { readonly kind: 'unknown'; readonly verdict: Verdict }

/** Why nothing can be said of a header that a page may not see. */
export const HIDDEN =
  'A page may not see WWW-Authenticate here: it is missing or not exposed. The relay can tell'

/** The challenge of the first contact. */
export function challengeSeen(run: Run): HeaderSeen {
  const fact = run.facts.challenge
  if (fact === undefined) return unknown(notReached('an answer to a request without a token'))
  if (!fact.required) return unknown(notApplicable('The server answers without a token'))
  if (fact.header === 'hidden') return unknown(cannotTell(HIDDEN))
  if (fact.header === 'absent') return { kind: 'absent', fact }
  return { kind: 'read', fact, reading: fact.header }
}

/** True when one of the challenges has that scheme, whatever its case. */
export function hasScheme(reading: ChallengeReading, scheme: string): boolean {
  return reading.challenges.some((each) => each.scheme.toLowerCase() === scheme)
}

/** The schemes of a header, as written. */
export function schemesOf(reading: ChallengeReading): readonly string[] {
  return reading.challenges.map((each) => each.scheme)
}

/** The WWW-Authenticate line that this server should send. */
export function challengeLine(run: Run): Paste {
  const found = run.facts.resourceMetadata?.found?.url
  const url = found ?? findResourceMetadataUrl(run.config.server) ?? '<metadata url>'
  const scopes = run.facts.challenge?.scope ?? run.facts.resourceMetadata?.scopes?.join(' ')
  const scope = scopes === undefined || scopes === '' ? '' : `, scope="${scopes}"`
  return {
    title: 'Header of every 401',
    text: `WWW-Authenticate: Bearer resource_metadata="${url}"${scope}`,
  }
}

function unknown(verdict: Verdict): HeaderSeen {
  return { kind: 'unknown', verdict }
}
