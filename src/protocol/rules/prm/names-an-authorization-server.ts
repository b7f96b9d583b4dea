import { stringsMember } from '../../http/json.ts'
import type { Evidence, Rule, Verdict } from '../../run/rule.ts'
import type { Run } from '../../run/run.ts'
import { HIDDEN } from '../chl/challenge-header.ts'
import { inBody, inStatus } from '../evidence.ts'
import { findAnswered } from '../record.ts'
import { shownJson } from '../shown.ts'
import { PASS, cannotTell, fail, notApplicable } from '../verdict.ts'
import { type Look, resourceMetadataSeen, resourceMetadataToPaste } from './document-seen.ts'

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
  if (run.facts.challenge?.header === 'hidden') return cannotTell(HIDDEN)
  const answers = looked.map((look) => ({ look, seen: findAnswered(run, look.exchange) }))
  if (answers.some(({ seen }) => seen === undefined)) {
    return cannotTell('Not every address of the resource metadata gave an answer that can be read')
  }
  if (answers.some(({ seen }) => seen?.answer.status === 200)) {
    return notApplicable('An address answered 200 with something else: PRM-03')
  }
  if (answers.some(({ seen }) => (seen?.answer.status ?? 0) >= 500)) {
    return notApplicable('An address is out of order: PRM-03')
  }
  if (answers.some(({ seen }) => seen?.answer.status === 401)) {
    return notApplicable('An address asks for a token: PRM-16')
  }
  const evidence = answers.map(({ look }): Evidence => inStatus(look.exchange))
  const [first, ...others] = evidence
  if (first === undefined) return cannotTell('No address of resource metadata was asked')
  const where = answers.map(({ look, seen }) => `${look.url} (${seen?.answer.status})`).join(', ')
  const pointer =
    run.facts.challenge?.resourceMetadata === undefined ? 'the 401 names none and ' : ''
  return fail({
    says: `The server must publish resource metadata; ${pointer}none is at ${where}.`,
    fix: 'Serve the document below as application/json without asking for a token, and name its address in the 401.',
    evidence: [first, ...others],
    paste: resourceMetadataToPaste(run),
  })
}
