import { generateKeyPairSync } from 'node:crypto'
import type { IncomingMessage, RequestListener } from 'node:http'
import { errors, Provider } from 'oidc-provider'
import type { ClientDocument } from './client-document.ts'
import { listenLate } from './late-listener.ts'

/** What is particular about an issuer. */
export type IssuerChoices = {
  /** The path of its identifier, `/tenant1`; none by itself. */
  readonly path?: string
  /** Takes client ID metadata documents, which it reads with this fetch. */
  readonly documents?: ClientDocument['fetch']
  /** Refresh tokens for everyone, or only where `offline_access` was granted. */
  readonly refresh?: 'always' | 'offline-access'
}

/** oidc-provider, with its own pages to sign in and to consent. */
export type CertifiedIssuer = {
  readonly issuer: string
  /** Lets it issue tokens for one more resource. */
  protect(resource: string): void
  close(): Promise<void>
}

export const SCOPES = ['mcp:read', 'mcp:write']
/** A public client that is entered by hand, for a page on any port of this machine. */
export const KNOWN_CLIENT = 'known-by-hand'

/** Starts an issuer on a loopback port. */
export async function startCertifiedIssuer(choices: IssuerChoices = {}): Promise<CertifiedIssuer> {
  const { path = '' } = choices
  const server = await listenLate()
  const issuer = `${server.origin}${path}`
  const resources = new Set<string>()
  const provider = new Provider(issuer, toConfiguration(choices, resources))
  // Its pages fetch a font from far away; nothing here may need the internet.
  provider.use(async (context, next) => {
    await next()
    const { body } = context
    if (typeof body === 'string') context.body = body.replaceAll(/@import url\([^)]*\);/g, '')
  })
  server.answerWith(mountAt(path, provider.callback()))
  return {
    issuer,
    protect: (resource) => void resources.add(resource),
    close: server.close,
  }
}

function toConfiguration({ documents, refresh }: IssuerChoices, resources: ReadonlySet<string>) {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return {
    scopes: ['openid', 'offline_access', ...SCOPES],
    clients: [
      {
        client_id: KNOWN_CLIENT,
        token_endpoint_auth_method: 'none',
        application_type: 'native',
        redirect_uris: ['http://localhost/callback.html'],
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
      },
    ],
    // Without the next two it complains at length.
    findAccount: (_: unknown, accountId: string) => ({
      accountId,
      claims: () => ({ sub: accountId }),
    }),
    ttl: {
      AccessToken: 600,
      Grant: 600,
      IdToken: 600,
      Interaction: 600,
      RefreshToken: 600,
      Session: 600,
    },
    cookies: { keys: ['only for tests'] },
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' }] },
    ...(documents && { fetch: documents }),
    ...(refresh !== 'offline-access' && {
      issueRefreshToken: (_: unknown, client: { grantTypeAllowed(grant: string): boolean }) =>
        Promise.resolve(client.grantTypeAllowed('refresh_token')),
    }),
    features: {
      registration: { enabled: true },
      revocation: { enabled: true },
      devInteractions: { enabled: true },
      ...(documents && { clientIdMetadataDocument: { enabled: true, ack: 'draft-02' } }),
      resourceIndicators: {
        enabled: true,
        defaultResource: () => [...resources][0],
        useGrantedResource: () => true,
        getResourceServerInfo: (_: unknown, resource: string) => {
          if (!resources.has(resource)) throw new errors.InvalidTarget()
          return {
            scope: SCOPES.join(' '),
            audience: resource,
            accessTokenFormat: 'jwt',
            accessTokenTTL: 600,
            jwt: { sign: { alg: 'RS256' } },
          }
        },
      },
    },
  }
}

/** Below a path the provider is asked without it, and finds the whole in `originalUrl`. */
function mountAt(path: string, listener: RequestListener): RequestListener {
  return (request: IncomingMessage & { originalUrl?: string }, response) => {
    const { url = '/' } = request
    if (!url.startsWith(`${path}/`)) return response.writeHead(404).end()
    request.originalUrl = url
    request.url = url.slice(path.length)
    return listener(request, response)
  }
}
