import type { ExchangeChange } from '../build-exchanges.ts'
import type { RunChange } from '../build-run.ts'
import { REDIRECT } from '../healthy-exchanges.ts'

/** The client id of a walk that presents a document. */
export const DOCUMENT_URL = 'https://debugger.example/client.json'

/** A document to which nobody can object. */
export const DOCUMENT = {
  client_id: DOCUMENT_URL,
  client_name: 'Test client',
  redirect_uris: [REDIRECT],
}

const facts = { clientIdentity: { kind: 'client-document', clientId: DOCUMENT_URL } } as const

/** A walk that presents a document, and found this at its address. */
export function withDocument(change: ExchangeChange): RunChange {
  const asked = { id: 'document', step: 'registration', url: DOCUMENT_URL } as const
  return { facts, more: [{ ...asked, diagnostic: 'survey', ...change }] }
}

/** A walk that presents a document and never looked at it. */
export const UNSEEN: RunChange = { facts }
