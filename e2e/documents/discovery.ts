import type { RunDocument } from '../../src/protocol/index.ts'
import type { DocumentFinding } from '../../src/protocol/index.ts'
import { ISSUER, SERVER, exchange, finding } from './builders.ts'

export const MCP_HEADERS = [
  ['Accept', 'application/json, text/event-stream'],
  ['Content-Type', 'application/json'],
  ['MCP-Protocol-Version', '2026-07-28'],
  ['Mcp-Method', 'tools/list'],
] as const

const CHALLENGE =
  'Bearer resource_metadata="https://tools.acme.example/.well-known/oauth-protected-resource/mcp", scope="files:read"'

export const METADATA = {
  issuer: `${ISSUER}/`,
  authorization_endpoint: `${ISSUER}/authorize`,
  token_endpoint: `${ISSUER}/token`,
  registration_endpoint: `${ISSUER}/register`,
  revocation_endpoint: `${ISSUER}/revoke`,
  scopes_supported: ['files:read', 'files:write', 'offline_access'],
  response_types_supported: ['code'],
  grant_types_supported: ['authorization_code', 'refresh_token'],
  token_endpoint_auth_methods_supported: ['none', 'client_secret_basic'],
  code_challenge_methods_supported: ['S256'],
  authorization_response_iss_parameter_supported: true,
}

export const firstContact = exchange(1, {
  at: 0,
  took: 84,
  method: 'POST',
  headers: MCP_HEADERS,
  body: '{"jsonrpc":"2.0","id":1,"method":"tools/list","params":{}}',
  status: 401,
  answerHeaders: [
    ['content-type', 'application/json'],
    ['www-authenticate', CHALLENGE],
    ['access-control-expose-headers', 'WWW-Authenticate'],
  ],
  answer: '{"error":"invalid_token"}',
})

export const resourceMetadata = exchange(2, {
  step: 'resource-metadata',
  purpose: 'Resource metadata at the address that the challenge names',
  at: 12,
  took: 61,
  url: 'https://tools.acme.example/.well-known/oauth-protected-resource/mcp',
  headers: [['Accept', 'application/json']],
  answer: JSON.stringify({
    resource: SERVER,
    authorization_servers: [ISSUER],
    scopes_supported: ['files:read', 'files:write'],
  }),
  ahead: { used: true },
})

const serverMetadata = exchange(3, {
  step: 'server-metadata',
  purpose: 'Authorization server metadata',
  to: 'issuer',
  at: 92,
  took: 142,
  url: `${ISSUER}/.well-known/oauth-authorization-server`,
  headers: [['Accept', 'application/json']],
  answer: JSON.stringify(METADATA),
})

export const openidMetadata = exchange(4, {
  step: 'server-metadata',
  purpose: 'OpenID Connect metadata, should the first place be empty',
  to: 'issuer',
  at: 92,
  took: 98,
  url: `${ISSUER}/.well-known/openid-configuration`,
  status: 404,
  answerHeaders: [['content-type', 'text/html; charset=utf-8']],
  answer: '<!doctype html>\n<title>Not found</title>\n<p>There is nothing here.</p>',
  ahead: { used: false },
})

export const slashFinding = finding({
  says: `The metadata at ${ISSUER}/.well-known/oauth-authorization-server says its issuer is ${ISSUER}/, but the resource metadata led here with ${ISSUER}.`,
  fix: `Set issuer to ${ISSUER} in the authorization server's metadata, or list it with the slash in the resource metadata.`,
  evidence: [{ exchange: 'e3', at: { part: 'response-body', pointer: '/issuer' } }],
  paste: { title: 'In the metadata', text: `"issuer": "${ISSUER}"` },
  compare: [
    { label: 'resource metadata says', value: ISSUER },
    { label: 'server metadata says', value: `${ISSUER}/` },
  ],
  spec: [{ title: 'RFC 8414 §3.3', url: 'https://www.rfc-editor.org/rfc/rfc8414#section-3.3' }],
})

export const documentsWarning = finding({
  rule: 'ASM-12',
  name: 'client-documents-are-offered',
  title: 'Client ID metadata documents are offered',
  severity: 'warning',
  says: 'The metadata does not say client_id_metadata_document_supported. New clients register this way first; dynamic registration is deprecated.',
  fix: 'Support client ID metadata documents and say so in the metadata.',
  evidence: [{ exchange: 'e3', at: { part: 'response-body' } }],
})

export const quietFindings: readonly DocumentFinding[] = [
  finding({
    rule: 'PRM-07',
    title: 'The resource is the address that was asked',
    step: 'resource-metadata',
    verdict: 'pass',
  }),
  finding({
    rule: 'CHL-02',
    title: 'A 401 carries WWW-Authenticate',
    step: 'challenge',
    verdict: 'pass',
  }),
  finding({
    rule: 'CORS-05',
    title: 'The preflight allows MCP-Protocol-Version',
    step: 'challenge',
    verdict: 'cannot-tell',
    says: 'A page does not see the answer to a preflight; a walk through the relay would.',
  }),
  finding({
    rule: 'TOK-03',
    title: 'The token answer is not to be cached',
    step: 'token',
    verdict: 'not-applicable',
    says: 'The walk did not reach the token.',
  }),
]

export const challengeDecisions: RunDocument['decisions'] = [
  {
    step: 'challenge',
    exchange: 'e1',
    says: 'The server asks for a Bearer token and names its resource metadata.',
    why: 'Status 401 with one challenge, read without a fault.',
    spec: {
      title: 'RFC 9728 §5.1',
      url: 'https://www.rfc-editor.org/rfc/rfc9728#section-5.1',
    },
  },
  {
    step: 'server-metadata',
    exchange: 'e3',
    says: 'This document is the one that a client would use.',
    why: 'It is the first of the places of 2026-07-28 that answered 200 with a JSON object.',
    spec: null,
  },
]

export const discovery = [firstContact, resourceMetadata, serverMetadata, openidMetadata]
