import type { Stack, StackText } from './stack.ts'
import { stepsIn } from './steps.ts'

const MCP = {
  title: 'Keycloak: integrating with MCP',
  url: 'https://www.keycloak.org/securing-apps/mcp-authz-server',
}
const CLIENTS = {
  title: 'Keycloak: managing clients',
  url: 'https://www.keycloak.org/docs/latest/server_admin/index.html#assembly-managing-clients_server_administration_guide',
}
const TIMEOUTS = {
  title: 'Keycloak: refresh tokens',
  url: 'https://www.keycloak.org/docs/latest/server_admin/index.html#_timeouts',
}
const HOSTNAME = { title: 'Keycloak: hostname', url: 'https://www.keycloak.org/server/hostname' }

/** Keycloak, by its Admin Console and its start options. */
export const KEYCLOAK: Stack = {
  id: 'keycloak',
  name: 'Keycloak',
  texts: {
    registration: ({ origin, scopes }) => [
      steps(MCP, [
        'In the anonymous access policies of client registration:',
        'Trusted Hosts: add the host that sends the request, the machine of the browser.',
        `Allowed Registration Web Origins: add ${origin}`,
        `Allowed Client Scopes: add ${scopes.length > 0 ? scopes.join(', ') : 'those of the MCP server'}`,
        'For client ID metadata documents start with --features=cimd, and add a client profile with the executor client-id-metadata-document.',
      ]),
    ],
    audience: ({ resource, scopes }) => [
      steps(MCP, [
        `Add a client scope of type Optional for ${scopes.length > 0 ? `each of ${scopes.join(', ')}` : 'each scope of the MCP server'}.`,
        `Add to each an Audience mapper whose Included Custom Audience is ${resource}`,
        'Or start with --features=resource-indicators, and let Keycloak know the resource.',
      ]),
    ],
    scopes: ({ scopes }) => [
      steps(MCP, [`Add client scopes of type Optional: ${scopes.join(', ')}`]),
    ],
    'redirect-uri': ({ redirectUri }) => [
      steps(CLIENTS, [`Clients > your client > Settings > Valid redirect URIs: ${redirectUri}`]),
    ],
    'endpoint-cors': ({ origin }) => [
      steps(CLIENTS, [`Clients > your client > Settings > Web origins: ${origin}`]),
    ],
    'public-client': () => [
      steps(CLIENTS, ['Clients > your client > Settings > Client authentication: Off']),
    ],
    'refresh-tokens': () => [
      steps(CLIENTS, ['Let the client have refresh tokens, by its attribute use.refresh.tokens.']),
    ],
    rotation: () => [
      steps(TIMEOUTS, [
        'Realm settings > Tokens > Revoke Refresh Token: enabled, so that each is used once.',
      ]),
    ],
    'issuer-name': ({ issuer }) => [
      steps(HOSTNAME, [
        'The issuer is <hostname>/realms/<realm>: set --hostname to the address that clients use.',
        `The run has ${issuer}`,
      ]),
    ],
    'public-address': ({ host }) => [
      steps(HOSTNAME, [
        `Start with --hostname=https://${host} --proxy-headers=xforwarded, if that is the host of Keycloak.`,
      ]),
    ],
  },
}

function steps(source: StackText['source'], lines: readonly string[]): StackText {
  return stepsIn('In Keycloak', source, lines)
}
