import type { Stack, StackText } from './stack.ts'
import { stepsIn } from './steps.ts'

const REGISTER = {
  title: 'Microsoft Entra: register an application',
  url: 'https://learn.microsoft.com/en-us/entra/identity-platform/quickstart-register-app',
}
const REDIRECT = {
  title: 'Microsoft Entra: add a redirect URI',
  url: 'https://learn.microsoft.com/en-us/entra/identity-platform/how-to-add-redirect-uri',
}
const SPA = {
  title: 'Microsoft Entra: single-page application',
  url: 'https://learn.microsoft.com/en-us/entra/identity-platform/scenario-spa-app-registration',
}
const EXPOSE = {
  title: 'Microsoft Entra: expose a web API',
  url: 'https://learn.microsoft.com/en-us/entra/identity-platform/quickstart-configure-app-expose-web-apis',
}
const VERSION = {
  title: 'Microsoft Entra: protected web API',
  url: 'https://learn.microsoft.com/en-us/entra/identity-platform/scenario-protected-web-api-app-registration',
}
const PROTOCOLS = {
  title: 'Microsoft Entra: protocols',
  url: 'https://learn.microsoft.com/en-us/entra/identity-platform/v2-protocols-oidc',
}
const SCOPES = {
  title: 'Microsoft Entra: scopes, offline_access',
  url: 'https://learn.microsoft.com/en-us/entra/identity-platform/scopes-oidc',
}

/** Entra ID, by its admin center. */
export const ENTRA: Stack = {
  id: 'entra',
  name: 'Microsoft Entra ID',
  texts: {
    registration: ({ redirectUri }) => [
      steps(REGISTER, [
        'Entra ID registers no clients by itself. App registrations > New registration: make one for the clients of your server.',
        `Authentication > Add Redirect URI: ${redirectUri}`,
        'Give people its Application (client) ID.',
      ]),
    ],
    'redirect-uri': ({ redirectUri }) => [
      steps(REDIRECT, [
        'App registrations > your application > Authentication > Redirect URI configuration > Add Redirect URI.',
        `For a page choose Single-page application, and enter ${redirectUri}`,
      ]),
    ],
    'endpoint-cors': ({ redirectUri }) => [
      steps(SPA, [
        'Only redirect URIs of the platform Single-page application may redeem a code from a page.',
        `App registrations > your application > Authentication: have ${redirectUri} under Single-page application, and not under Web.`,
      ]),
    ],
    'public-client': ({ redirectUri }) => [
      steps(SPA, [
        `App registrations > your application > Authentication: have ${redirectUri} under Single-page application, which needs no secret.`,
      ]),
    ],
    audience: ({ resource }) => [
      steps(EXPOSE, [
        `App registrations > your API > Expose an API: set the Application ID URI, ${resource} where your verified domains allow it.`,
        'Let the MCP server name its scopes with that URI in front: <Application ID URI>/<scope>.',
        'Let the MCP server take the aud that your tokens have: with version 2 it is the client id of the API.',
      ]),
    ],
    'token-check': () => [
      steps(VERSION, [
        'App registrations > your API > Manifest: the accepted token version decides about iss and aud of its tokens.',
        'Version 2: iss is https://login.microsoftonline.com/<tenant id>/v2.0, and aud the client id of the API.',
      ]),
    ],
    scopes: ({ scopes }) => [
      steps(EXPOSE, [
        `App registrations > your API > Expose an API > Add a scope: ${scopes.join(', ')}`,
        'Let the MCP server name them with the Application ID URI in front: a bare scope is taken for one of Microsoft Graph.',
      ]),
    ],
    'refresh-tokens': () => [
      steps(SCOPES, ['Entra ID issues a refresh token when offline_access is among the scopes.']),
    ],
    pkce: () => [
      steps(PROTOCOLS, [
        'Entra ID takes PKCE with S256 but does not say so, and its metadata cannot be changed.',
        'Put an authorization server of your own in front that does, such as the OAuth Proxy of FastMCP.',
      ]),
    ],
    'issuer-name': ({ issuer }) => [
      steps(PROTOCOLS, [
        'List the issuer of your own tenant: https://login.microsoftonline.com/<tenant id>/v2.0, neither common nor organizations.',
        `The run has ${issuer}`,
      ]),
    ],
  },
}

function steps(source: StackText['source'], lines: readonly string[]): StackText {
  return stepsIn('In the Microsoft Entra admin center', source, lines)
}
