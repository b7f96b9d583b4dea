import type { Rule, Verdict } from '../../run/rule.ts'
import type { Run } from '../../run/run.ts'
import { inStatus } from '../evidence.ts'
import { issuerEntryFault } from '../prm/issuer-entry.ts'
import { findAnswered } from '../record.ts'
import { PASS, cannotTell, fail, notApplicable } from '../verdict.ts'
import { type Look, serverMetadataSeen, serverMetadataToPaste } from './document-seen.ts'

export const metadataExists: Rule = {
  id: 'ASM-01',
  name: 'metadata-exists',
  title: 'The authorization server publishes metadata at a listed location',
  level: 'must',
  spec: ['mcp-metadata-2026-07-28', 'rfc8414-3.1'],
  since: '2025-06-18',
  step: 'server-metadata',
  stops: true,
  culprit: 'issuer',
  check(run) {
    const seen = serverMetadataSeen(run)
    if (seen.kind === 'unknown') return seen.verdict
    if (seen.kind === 'found') return PASS
    return issuerEntryFault(run) === undefined
      ? judgeAbsence(run, seen.looked, seen.issuer)
      : cannotTell(`${seen.issuer} is no issuer identifier: PRM-11`)
  },
}

function judgeAbsence(run: Run, looked: readonly Look[], issuer: string): Verdict {
  const statuses = looked.map((look) => findAnswered(run, look.exchange)?.answer.status)
  if (statuses.includes(undefined)) {
    return cannotTell('Not every location of the metadata gave an answer that can be read')
  }
  if (statuses.includes(200))
    return notApplicable('A location answered 200 with something else: ASM-02')
  if (statuses.some((status) => (status ?? 0) >= 500)) {
    return notApplicable('A location is out of order: ASM-02')
  }
  const [first, ...others] = looked.map((look) => inStatus(look.exchange))
  if (first === undefined) return cannotTell('No location of metadata was asked')
  const where = looked.map((look, index) => `${look.url} (${statuses[index]})`).join(', ')
  return fail({
    says: `The authorization server ${issuer} must publish its metadata; none is at ${where}.`,
    fix: 'Serve the metadata at the first of these addresses, or correct the issuer that the resource metadata names.',
    evidence: [first, ...others],
    paste: serverMetadataToPaste(run, issuer),
    ...(run.facts.issuer?.from === 'origin' && { culprit: 'server' }),
  })
}
