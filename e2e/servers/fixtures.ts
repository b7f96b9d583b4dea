import { test as base } from '../journey.ts'
import { type CertifiedIssuer, startCertifiedIssuer } from './certified-issuer.ts'
import { type ClientDocument, serveClientDocument } from './client-document.ts'
import { type HonoServer, startHonoServer } from './hono-server.ts'
import { type SdkExample, startSdkExample } from './sdk-example.ts'
import { type SdkServer, startSdkServer } from './sdk-server.ts'

type RealServers = {
  sdkExample: SdkExample
  strictSdkExample: SdkExample
  honoServer: HonoServer
  clientDocument: ClientDocument
  /** oidc-provider at the root of its origin. */
  issuer: CertifiedIssuer
  /** oidc-provider below a path, which gives refresh tokens for `offline_access` alone. */
  pathIssuer: CertifiedIssuer
  /** Both eras, and closed to pages. */
  closedServer: SdkServer
  /** 2026-07-28 alone, open to pages, and in need of two scopes. */
  modernServer: SdkServer
}

/** Real servers: each is started once a worker, by the first journey that needs it. */
export const test = base.extend<object, RealServers>({
  sdkExample: [kept(() => startSdkExample('plain')), { scope: 'worker' }],
  strictSdkExample: [kept(() => startSdkExample('strict')), { scope: 'worker' }],
  honoServer: [kept(startHonoServer), { scope: 'worker' }],
  clientDocument: [
    kept(() => serveClientDocument('http://localhost/callback.html')),
    { scope: 'worker' },
  ],
  issuer: [
    async ({ clientDocument }, provide) => {
      await provided(provide, await startCertifiedIssuer({ documents: clientDocument.fetch }))
    },
    { scope: 'worker' },
  ],
  pathIssuer: [
    kept(() => startCertifiedIssuer({ path: '/tenant1', refresh: 'offline-access' })),
    { scope: 'worker' },
  ],
  closedServer: [
    async ({ issuer }, provide) => {
      await provided(provide, await startSdkServer(issuer, { cors: false }))
    },
    { scope: 'worker' },
  ],
  modernServer: [
    async ({ pathIssuer }, provide) => {
      const requiredScopes = ['mcp:read', 'mcp:write']
      const choices = { cors: true, modernOnly: true, requiredScopes } as const
      await provided(provide, await startSdkServer(pathIssuer, choices))
    },
    { scope: 'worker' },
  ],
})

type Closable = { close(): Promise<void> }

function kept<Server extends Closable>(start: () => Promise<Server>) {
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures from this pattern
  return async ({}: object, provide: (server: Server) => Promise<void>): Promise<void> => {
    await provided(provide, await start())
  }
}

async function provided<Server extends Closable>(
  provide: (server: Server) => Promise<void>,
  server: Server,
): Promise<void> {
  await provide(server)
  await server.close()
}
