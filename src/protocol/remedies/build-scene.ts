import { buildDocument, buildExchange } from '../run/build-document.ts'
import type { DocumentFinding } from '../run/document.ts'
import type { Change, ChangeKind, ValuesOf } from './change.ts'
import type { Scene } from './run-values.ts'
import { type Stack, textsFor } from './stack.ts'

/** A finding for tests: a broken rule with nothing to paste. */
export function buildFinding(change: Partial<DocumentFinding> = {}): DocumentFinding {
  return {
    rule: 'CHL-02',
    name: 'challenge-names-resource-metadata',
    title: 'The challenge names the resource metadata',
    step: 'challenge',
    severity: 'error',
    verdict: 'fail',
    says: 'It names none.',
    fix: 'Name it.',
    culprit: 'server',
    evidence: [{ exchange: 'e1', at: { part: 'status' } }],
    paste: null,
    compare: [],
    spec: [],
    ...change,
  }
}

/** A run that found resource metadata, with a broken rule. */
export function buildScene(change: Partial<DocumentFinding> = {}): Scene {
  const found = {
    resource: 'https://mcp.example/mcp',
    authorization_servers: ['https://as.example'],
  }
  return {
    finding: buildFinding(change),
    document: buildDocument({
      exchanges: [
        buildExchange({ answerHeaders: [['WWW-Authenticate', 'Bearer scope="read write"']] }),
        buildExchange({
          id: 'e2',
          step: 'resource-metadata',
          url: 'https://mcp.example/.well-known/oauth-protected-resource/mcp',
          answer: JSON.stringify({ ...found, resource_name: 'Tools' }),
        }),
      ],
    }),
  }
}

/** The texts of a stack for a change, each under its place. */
export function textsOf<Kind extends ChangeKind>(
  stack: Stack,
  kind: Kind,
  values: ValuesOf<Kind>,
): { readonly [title: string]: string } {
  const change: Change<Kind> = { kind, values }
  return Object.fromEntries(textsFor(stack, change).map(({ title, text }) => [title, text]))
}

/** A challenge for tests. */
export const CHALLENGE = {
  path: '/mcp',
  line: 'Bearer resource_metadata="https://mcp.example/.well-known/oauth-protected-resource/mcp", scope="read"',
  metadata: 'https://mcp.example/.well-known/oauth-protected-resource/mcp',
  scopes: ['read'],
  issuers: ['https://as.example'],
}

/** A document to serve, for tests. */
export const METADATA = {
  path: '/.well-known/oauth-protected-resource/mcp',
  document: { resource: 'https://mcp.example/mcp', authorization_servers: ['https://as.example'] },
}

/** Whose tokens a server takes, for tests. */
export const TOKENS = {
  path: '/mcp',
  issuer: 'https://as.example',
  resource: 'https://mcp.example/mcp',
  keys: 'https://as.example/jwks',
}

/** The page as a client, for tests. */
export const CLIENT = {
  redirectUri: 'https://page.example/callback.html',
  origin: 'https://page.example',
}
