import type { ValuesOf } from './change.ts'
import type { Stack, StackText } from './stack.ts'
import { stepsIn } from './steps.ts'

const REGISTRATION = {
  title: 'Auth0: dynamic client registration',
  url: 'https://auth0.com/docs/get-started/applications/dynamic-client-registration',
}
const RESOURCE = {
  title: 'Auth0: Resource Parameter Compatibility Profile',
  url: 'https://auth0.com/ai/docs/mcp/guides/resource-param-compatibility-profile',
}
const SETTINGS = {
  title: 'Auth0: application settings',
  url: 'https://auth0.com/docs/get-started/applications/application-settings',
}
const ROTATION = {
  title: 'Auth0: refresh token rotation',
  url: 'https://auth0.com/docs/secure/tokens/refresh-tokens/configure-refresh-token-rotation',
}
const OFFLINE = {
  title: 'Auth0: get refresh tokens',
  url: 'https://auth0.com/docs/secure/tokens/refresh-tokens/get-refresh-tokens',
}
const PERMISSIONS = {
  title: 'Auth0: API permissions',
  url: 'https://auth0.com/docs/get-started/apis/add-api-permissions',
}
const DISCOVERY = {
  title: 'Auth0: OIDC discovery',
  url: 'https://auth0.com/docs/get-started/applications/configure-applications-with-oidc-discovery',
}

/** Auth0, by its Dashboard. */
export const AUTH0: Stack = {
  id: 'auth0',
  name: 'Auth0',
  texts: {
    registration: () => [
      steps(REGISTRATION, [
        'Settings > Advanced: enable Dynamic Client Registration (DCR). Anyone can then create applications in your tenant.',
        'Applications > APIs > your API > Settings: under Default Permissions for Third-Party Applications authorize User-Delegated Access, with the scopes.',
      ]),
    ],
    audience: ({ resource }) => [
      steps(RESOURCE, [
        'Settings > Advanced: enable Resource Parameter Compatibility Profile.',
        `Applications > APIs: have an API whose Identifier is ${resource}`,
      ]),
    ],
    iss: () => [
      steps(RESOURCE, ['Settings > Advanced: enable Include Issuer in Authorization Responses.']),
    ],
    'redirect-uri': (client) => [steps(SETTINGS, [callback(client)])],
    'public-client': (client) => [
      steps(SETTINGS, [
        'Applications > Applications > your application: make it one without a client secret, a Single Page or Native Application.',
        callback(client),
      ]),
    ],
    'endpoint-cors': ({ origin }) => [
      steps(SETTINGS, [
        `Applications > Applications > your application > Settings: add ${origin} to Allowed Web Origins and to Allowed Origins (CORS).`,
      ]),
    ],
    scopes: ({ scopes }) => [
      steps(PERMISSIONS, [
        `Applications > APIs > your API > Permissions: add ${scopes.join(', ')}`,
      ]),
    ],
    'refresh-tokens': () => [
      steps(OFFLINE, [
        'Applications > APIs > your API > Settings: enable Allow Offline Access.',
        'Clients get one when offline_access is among their scopes.',
      ]),
    ],
    rotation: () => [
      steps(ROTATION, [
        'Applications > Applications > your application > Settings: under Refresh Token Rotation enable Allow Refresh Token Rotation.',
      ]),
    ],
    'issuer-name': ({ issuer }) => [
      steps(DISCOVERY, [
        'An Auth0 issuer ends in a slash: https://<your domain>/',
        `List it in authorization_servers as its metadata spells it; the run has ${issuer}`,
      ]),
    ],
  },
}

function callback({ redirectUri }: ValuesOf<'redirect-uri'>): string {
  return `Applications > Applications > your application > Settings: add ${redirectUri} to Allowed Callback URLs.`
}

function steps(source: StackText['source'], lines: readonly string[]): StackText {
  return stepsIn('In the Auth0 Dashboard', source, lines)
}
