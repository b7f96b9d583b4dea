import { altered, json } from '../answers.ts'
import { resourceMetadata } from '../mcp/resource-metadata.ts'
import type { Settings } from '../options.ts'
import { endpointUrl } from '../routes.ts'
import type { Effect, Fault, Visit } from '../scene.ts'
import { asHtmlPage, changed, cutOff, drops, instead, sets, withMediaType } from './effects.ts'

/** What can be wrong with the resource metadata of an MCP server. */
export const RESOURCE_METADATA_FAULTS = {
  'prm-without-issuers': {
    rule: 'PRM-01',
    title: 'The resource metadata has no authorization_servers',
    effect: { resourceMetadata: drops('authorization_servers') },
  },
  'prm-empty-issuers': {
    rule: 'PRM-01',
    title: 'The list authorization_servers is empty',
    effect: { resourceMetadata: sets({ authorization_servers: [] }) },
  },
  'prm-html': {
    rule: 'PRM-03',
    title: 'The resource metadata is a page in HTML with status 200',
    effect: instead('resource-metadata', asHtmlPage),
  },
  'prm-media-type': {
    rule: 'PRM-03',
    title: 'The resource metadata is JSON that calls itself text/plain',
    effect: changed('resource-metadata', withMediaType('text/plain')),
  },
  'prm-cut-off': {
    rule: 'PRM-03',
    title: 'The JSON of the resource metadata ends in its middle',
    effect: changed('resource-metadata', cutOff),
  },
  'prm-array': {
    rule: 'PRM-03',
    title: 'The resource metadata is a list around the object',
    effect: instead('resource-metadata', (visit) => json([resourceMetadata(visit)])),
  },
  'prm-500': {
    rule: 'PRM-03',
    title: 'The resource metadata answers 500',
    effect: instead('resource-metadata', () => json({ error: 'server_error' }, 500)),
  },
  'prm-empty-object': {
    rule: 'PRM-04',
    title: 'The resource metadata is an empty object',
    effect: { resourceMetadata: () => ({}) },
  },
  'prm-without-resource': {
    rule: 'PRM-04',
    title: 'The resource metadata has no resource',
    effect: { resourceMetadata: drops('resource') },
  },
  'prm-resource-fragment': {
    rule: 'PRM-05',
    title: 'resource carries a fragment',
    effect: named((settings) => `${settings.server}#tools`),
  },
  'prm-resource-relative': {
    rule: 'PRM-05',
    title: 'resource is a path, not an absolute URL',
    effect: named((settings) => new URL(settings.server).pathname),
  },
  'prm-resource-other-origin': {
    rule: 'PRM-07',
    title: 'resource names a server on another host',
    effect: named(() => 'https://elsewhere.example/mcp'),
  },
  'prm-resource-origin': {
    rule: 'PRM-07',
    title: 'resource names the origin, one path above the MCP endpoint',
    effect: named((settings) => new URL(settings.server).origin),
  },
  'prm-resource-sibling': {
    rule: 'PRM-07',
    title: 'resource names another path of the same host',
    effect: named((settings) => `${new URL(settings.server).origin}/other-mcp`),
  },
  'prm-resource-slash': {
    rule: 'PRM-07',
    title: 'resource has a slash at its end that the MCP URL has not',
    effect: named((settings) => `${settings.server}/`),
  },
  'prm-resource-case': {
    rule: 'PRM-07',
    title: 'resource writes the host in capitals',
    effect: named((settings) => inCapitals(settings.server)),
  },
  'prm-root-names-endpoint': {
    rule: 'PRM-08',
    title: 'A document found by probing the root names the endpoint, not the origin',
    needs: { resourceMetadataAt: 'root', challengeHeader: 'no-pointer' },
    effect: named((settings) => settings.server),
  },
  'prm-below-path': {
    rule: 'PRM-09',
    title: 'The resource metadata is in /.well-known below the endpoint itself',
    effect: belowPath(),
  },
  'prm-header-only': {
    rule: 'PRM-10',
    title: 'The resource metadata is only where the challenge points, at no well-known address',
    effect: { settings: (settings) => ({ ...settings, resourceMetadataAt: 'header-only' }) },
  },
  'prm-names-metadata-url': {
    rule: 'PRM-11',
    title: 'authorization_servers holds the URL of a metadata document, not an issuer',
    effect: issuers((issuer) => `${issuer}/.well-known/oauth-authorization-server`),
  },
  'prm-names-endpoint': {
    rule: 'PRM-11',
    title: 'authorization_servers holds the authorization endpoint, not an issuer',
    effect: issuers((issuer) => endpointUrl(issuer, 'authorize')),
  },
  'prm-names-issuer-with-query': {
    rule: 'PRM-11',
    title: 'The issuer in authorization_servers carries a query',
    effect: issuers((issuer) => `${issuer}?tenant=practice`),
  },
  'prm-without-scopes': {
    rule: 'PRM-12',
    title: 'The resource metadata has no scopes_supported',
    effect: { resourceMetadata: drops('scopes_supported') },
  },
  'prm-empty-scopes': {
    rule: 'PRM-06',
    title: 'scopes_supported is an empty list instead of being left out',
    effect: { resourceMetadata: sets({ scopes_supported: [] }) },
  },
  'prm-offers-offline-access': {
    rule: 'PRM-13',
    title: 'scopes_supported of the resource lists offline_access',
    effect: { resourceMetadata: sets({ scopes_supported: ['tools', 'offline_access'] }) },
  },
  'prm-no-header-method': {
    rule: 'PRM-14',
    title: 'bearer_methods_supported does not contain header',
    effect: { resourceMetadata: sets({ bearer_methods_supported: ['query'] }) },
  },
  'prm-needs-token': {
    rule: 'PRM-16',
    title: 'The resource metadata itself asks for a token',
    effect: instead('resource-metadata', () =>
      altered(json({ error: 'unauthorized' }, 401), { headers: { 'WWW-Authenticate': 'Bearer' } }),
    ),
  },
  'prm-unlisted-by-issuer': {
    rule: 'PRM-17',
    title: 'protected_resources of the issuer lists another server only',
    effect: { issuerMetadata: sets({ protected_resources: ['https://elsewhere.example/mcp'] }) },
  },
  'prm-dpop-bound': {
    rule: 'PRM-18',
    title: 'The resource metadata demands DPoP-bound tokens',
    effect: { resourceMetadata: sets({ dpop_bound_access_tokens_required: true }) },
  },
  'prm-mtls-bound': {
    rule: 'PRM-18',
    title: 'The resource metadata demands certificate-bound tokens',
    effect: { resourceMetadata: sets({ tls_client_certificate_bound_access_tokens: true }) },
  },
} as const satisfies { readonly [name: string]: Fault }

function named(resource: (settings: Settings) => string): Effect {
  return {
    resourceMetadata: (document, { scene }) => ({
      ...document,
      resource: resource(scene.settings),
    }),
  }
}

function issuers(change: (issuer: string) => string): Effect {
  return {
    resourceMetadata: (document, { scene }) => ({
      ...document,
      authorization_servers: [change(scene.settings.issuer)],
    }),
  }
}

export function inCapitals(address: string): string {
  const { host } = new URL(address)
  return address.replace(host, host.toUpperCase())
}

function belowPath(): Effect {
  return {
    settings: (settings) => ({
      ...settings,
      challengeHeader: 'no-pointer',
      resourceMetadataAt: 'nowhere',
    }),
    before: (visit: Visit) => {
      const { server } = visit.scene.settings
      const here = visit.url.origin + visit.url.pathname
      return here === `${server}/.well-known/oauth-protected-resource`
        ? json(resourceMetadata(visit))
        : undefined
    },
  }
}
