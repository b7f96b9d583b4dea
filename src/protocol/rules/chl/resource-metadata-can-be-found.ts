import type { Rule, Verdict } from '../../run/rule.ts'
import type { Run } from '../../run/run.ts'
import { inHeader, inStatus } from '../evidence.ts'
import {
  type Look,
  absenceIn,
  documentBelow,
  resourceMetadataSeen,
  resourceMetadataToPaste,
} from '../prm/document-seen.ts'
import { findAnswered } from '../record.ts'
import { clipped } from '../shown.ts'
import { PASS, cannotTell, fail, notApplicable } from '../verdict.ts'
import { HIDDEN } from './challenge-header.ts'

export const resourceMetadataCanBeFound: Rule = {
  id: 'CHL-03',
  name: 'resource-metadata-can-be-found',
  title: 'The 401 points to the resource metadata, or it is at a well-known address',
  level: 'must',
  spec: ['mcp-discovery-2025-11-25', 'mcp-discovery-2026-07-28'],
  since: '2025-11-25',
  step: 'resource-metadata',
  stops: true,
  culprit: 'server',
  check(run) {
    const challenge = run.facts.challenge
    if (challenge?.required && challenge.resourceMetadata !== undefined) return PASS
    const seen = resourceMetadataSeen(run)
    if (seen.kind === 'unknown') return seen.verdict
    if (documentBelow(run)) return BELOW
    if (seen.kind === 'nowhere') return judgeAbsence(run, seen.looked)
    return seen.found.place === 'path-appended' ? BELOW : PASS
  },
}

const BELOW = notApplicable('The document is below the endpoint: PRM-09')

function judgeAbsence(run: Run, looked: readonly Look[]): Verdict {
  const challenge = run.facts.challenge
  if (challenge?.header === 'hidden') return cannotTell(HIDDEN)
  const absence = absenceIn(run, looked)
  if (absence.kind === 'unknown') return absence.verdict
  const told = findAnswered(run, challenge?.exchange)?.answer.body.text.trim() ?? ''
  const wantsKey = /api[-_ ]?key/i.test(told)
  return fail({
    says: `The 401 must name the resource metadata, or it must be at a well-known address; the 401 names none, and none is at ${absence.where}.${wantsKey ? ` The 401 says ${clipped(told)}.` : ''}`,
    fix: wantsKey
      ? 'If this server takes an API key and no OAuth, enter the key as a header.'
      : 'Serve the document below as application/json without asking for a token, and name its address in the 401.',
    evidence: [
      inStatus(absence.first.exchange),
      ...absence.others.map((look) => inStatus(look.exchange)),
      ...(challenge ? [inHeader(challenge.exchange, 'www-authenticate')] : []),
    ],
    paste: resourceMetadataToPaste(run),
  })
}
