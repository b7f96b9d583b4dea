import type { ClientProfile } from '../run/client.ts'

/** A client that does what the chosen revision says, and nothing else. */
export const spec: ClientProfile = {
  id: 'spec',
  name: 'the specification',
  asOf: '2026-07-28',
  seenIn: '2026-07',
  confidence: 'specification',
  sources: ['https://modelcontextprotocol.io/specification/2026-07-28/basic/authorization'],
  differs: {},
  redirectUris: null,
  documents: null,
  tokenAuthentication: null,
  refresh: null,
  notes: [],
}
