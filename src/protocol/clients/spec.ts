import type { ClientProfile } from '../run/client.ts'

/** A client that does what the chosen revision says, and nothing else. */
export const spec: ClientProfile = {
  id: 'spec',
  name: 'the specification',
  asOf: '2026-07-28',
  confidence: 'specification',
  sources: ['https://modelcontextprotocol.io/specification/2026-07-28/basic/authorization'],
  differs: {},
}
