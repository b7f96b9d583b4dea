import { stringMember } from '../../http/json.ts'
import type { Rule, Verdict } from '../../run/rule.ts'
import type { Run } from '../../run/run.ts'
import { inBody } from '../evidence.ts'
import { PASS, fail, notApplicable } from '../verdict.ts'
import { memberToPaste, readServerMetadata } from './document-seen.ts'

export const clientsCanRegister: Rule = {
  id: 'ASM-14',
  name: 'clients-can-register',
  title: 'A client that nobody registered by hand can connect',
  level: 'practice',
  spec: ['mcp-registration-2026-07-28'],
  step: 'registration',
  stops: true,
  culprit: 'issuer',
  check(run) {
    if (run.config.grant !== 'authorization_code') {
      return notApplicable('This grant needs a client that is registered by hand')
    }
    if (run.config.clientId !== undefined) return notApplicable('The person gave a client id')
    const read = readServerMetadata(run)
    if (read.kind === 'unknown') return read.verdict
    if (stringMember(read.document, 'registration_endpoint') !== undefined) return PASS
    const takesDocuments = read.document['client_id_metadata_document_supported'] === true
    return takesDocuments ? judgeDocumentOnly(run, read.exchange) : refuse(run, read.exchange)
  },
}

function refuse(run: Run, exchange: string): Verdict {
  return fail({
    says: `${issuerOf(run)} offers neither dynamic registration nor client ID metadata documents, so only clients registered by hand can connect.`,
    fix: 'Enter a client id that is registered there; as the owner, support client ID metadata documents.',
    evidence: [inBody(exchange, '/registration_endpoint')],
    paste: memberToPaste('client_id_metadata_document_supported', true),
  })
}

function judgeDocumentOnly(run: Run, exchange: string): Verdict {
  if (run.config.clientDocument !== undefined || run.facts.clientIdentity !== undefined) return PASS
  return fail({
    says: `${issuerOf(run)} registers clients by client ID metadata document only, and this walk has no document that the authorization server can fetch.`,
    fix: 'Enter a client id that is registered there, or the https address of a client ID metadata document.',
    evidence: [inBody(exchange, '/client_id_metadata_document_supported')],
    culprit: 'person',
  })
}

function issuerOf(run: Run): string {
  return run.facts.serverMetadata?.issuer ?? 'The authorization server'
}
