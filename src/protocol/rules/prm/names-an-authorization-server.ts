import { stringsMember } from '../../http/json.ts'
import type { Rule, Verdict } from '../../run/rule.ts'
import { type Run, revisionOf } from '../../run/run.ts'
import { isAtLeast } from '../../spec/revisions.ts'
import { HIDDEN } from '../chl/challenge-header.ts'
import { inBody, inStatus } from '../evidence.ts'
import { shownJson } from '../shown.ts'
import { PASS, cannotTell, fail, notApplicable } from '../verdict.ts'
import {
  type Look,
  absenceIn,
  isPointerAlone,
  resourceMetadataSeen,
  resourceMetadataToPaste,
} from './document-seen.ts'

export const namesAnAuthorizationServer: Rule = {
  id: 'PRM-01',
  name: 'names-an-authorization-server',
  title: 'The server publishes resource metadata that names an authorization server',
  level: 'must',
  spec: ['mcp-authorization-2025-06-18', 'mcp-discovery-2026-07-28', 'rfc9728-2'],
  since: '2025-06-18',
  step: 'resource-metadata',
  stops: true,
  culprit: 'server',
  check(run) {
    const seen = resourceMetadataSeen(run)
    if (seen.kind === 'unknown') return seen.verdict
    if (seen.kind === 'nowhere') return judgeAbsence(run, seen.looked)
    const { document, exchange } = seen.found
    if ((stringsMember(document, 'authorization_servers') ?? []).length > 0) return PASS
    return fail({
      says: `authorization_servers must be a list with at least one issuer; the resource metadata has ${shownJson(document['authorization_servers'])}.`,
      fix: 'List the issuer identifier of your authorization server in the resource metadata.',
      evidence: [inBody(exchange, '/authorization_servers')],
      paste: resourceMetadataToPaste(run),
    })
  },
}

function judgeAbsence(run: Run, looked: readonly Look[]): Verdict {
  const challenge = run.facts.challenge
  if (challenge?.header === 'hidden') return cannotTell(HIDDEN)
  if (isPointerAlone(run)) return notApplicable('The challenge points elsewhere: CHL-12')
  const absence = absenceIn(run, looked)
  if (absence.kind === 'unknown') return absence.verdict
  if (challenge?.resourceMetadata === undefined && isAtLeast(revisionOf(run), '2025-11-25')) {
    return notApplicable('Nothing leads to a document: CHL-03')
  }
  return fail({
    says: `The server must publish resource metadata; none is at ${absence.where}.`,
    fix: 'Serve the document below as application/json without asking for a token, and name its address in the 401.',
    evidence: [
      inStatus(absence.first.exchange),
      ...absence.others.map((look) => inStatus(look.exchange)),
    ],
    paste: resourceMetadataToPaste(run),
  })
}
