import { known } from '../run/behaviour/known.ts'
import type { ClientProfile } from '../run/client.ts'
import { mcpTsSdkV1 } from './mcp-ts-sdk-v1.ts'

/** Cline (VS Code extension / SDK), as known of commit 21cb8d25 (2026-08-22), SDK ^1.25.1 / ^1.29.0. */
export const cline = {
  id: 'cline',
  name: 'Cline (VS Code extension / SDK)',
  asOf: 'commit 21cb8d25 (2026-08-22), SDK ^1.25.1 / ^1.29.0',
  seenIn: '2026-08',
  confidence: 'source-code',
  sources: [
    'https://github.com/cline/cline apps/vscode/src/services/mcp/McpOAuthManager.ts@21cb8d25',
    'https://github.com/cline/cline apps/vscode/package.json@21cb8d25',
  ],
  differs: known({
    ...mcpTsSdkV1.differs,
    resourceForm: 'parsed',
    registration: ['dynamic'],
    registersAs: 'none',
    sendsApplicationType: false,
    firstContact: null,
    metadataHeaders: null,
    versions: null,
  }),
  redirectUris: null,
  documents: null,
  tokenAuthentication: ['none', 'client_secret_basic', 'client_secret_post'],
  refresh: 'SDK v1',
  notes: [
    'Redirect URI chosen at run time; its value was not read.',
    'First scheme must be Bearer; values may be quoted or bare.',
    "SDK v1 rule; Cline's client metadata carries no scope.",
  ],
} as const satisfies ClientProfile
