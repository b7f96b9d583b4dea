import type { Stack, StackText } from './stack.ts'
import { stepsIn } from './steps.ts'

const SERVERS = {
  title: 'Okta: create an authorization server',
  url: 'https://help.okta.com/oie/en-us/content/topics/security/api-config-auth-server.htm',
}
const POLICIES = {
  title: 'Okta: access policies',
  url: 'https://help.okta.com/en-us/Content/Topics/security/api-config-access-policies.htm',
}
const APPS = {
  title: 'Okta: OpenID Connect app integrations',
  url: 'https://help.okta.com/en-us/Content/Topics/Apps/Apps_App_Integration_Wizard_OIDC.htm',
}
const REFRESH = {
  title: 'Okta: refresh tokens',
  url: 'https://developer.okta.com/docs/guides/refresh-tokens/main/',
}
const ORIGINS = {
  title: 'Okta: Trusted Origins',
  url: 'https://developer.okta.com/docs/reference/api/trusted-origins',
}

/** Okta, by its Admin Console. */
export const OKTA: Stack = {
  id: 'okta',
  name: 'Okta',
  texts: {
    registration: ({ redirectUri }) => [
      steps(APPS, [
        'Okta takes registrations with an API token only. Applications > Applications > Create App Integration: choose OIDC - OpenID Connect and Single-Page Application.',
        `Sign-in redirect URIs: ${redirectUri}`,
        'Give people its client id.',
      ]),
    ],
    'redirect-uri': ({ redirectUri }) => [
      steps(APPS, [`In the app integration, Sign-in redirect URIs: add ${redirectUri}`]),
    ],
    'public-client': () => [
      steps(APPS, [
        'Create the app integration as Single-Page or Native Application: such clients have no secret.',
      ]),
    ],
    'endpoint-cors': ({ origin }) => [
      steps(ORIGINS, [`Security > API > Trusted Origins: add ${origin} with the type CORS.`]),
    ],
    audience: ({ resource }) => [
      steps(SERVERS, [
        `Security > API > Authorization Servers: use a custom one whose Audience is ${resource}`,
        'List its Issuer in authorization_servers of the resource metadata: the org authorization server cannot issue tokens for your resource.',
      ]),
    ],
    scopes: ({ scopes }) => [
      steps(POLICIES, [
        `Security > API > Authorization Servers > yours: have the scopes ${scopes.join(', ')}`,
        'Access Policies: let a rule of a policy for this client grant them.',
      ]),
    ],
    'refresh-tokens': () => [
      steps(POLICIES, [
        'In the app integration, allow the grant type Refresh Token.',
        'Authorization Servers > yours > Access Policies: let the rule allow it, and ask for offline_access.',
      ]),
    ],
    rotation: () => [
      steps(REFRESH, ['In the app integration, for refresh tokens: Rotate token after every use.']),
    ],
    'issuer-name': ({ issuer }) => [
      steps(SERVERS, [
        'List the Issuer that Settings of the authorization server shows: that of a custom one has a path, /oauth2/<id>.',
        `The run has ${issuer}`,
      ]),
    ],
  },
}

function steps(source: StackText['source'], lines: readonly string[]): StackText {
  return stepsIn('In the Okta Admin Console', source, lines)
}
