import { known } from '../run/behaviour/known.ts'
import type { ClientProfile } from '../run/client.ts'

/** ChatGPT connectors / Apps SDK (late 2025), as known of 2025-11. */
export const chatgpt202511 = {
  id: 'chatgpt-2025-11',
  name: 'ChatGPT connectors / Apps SDK (late 2025)',
  asOf: '2025-11',
  seenIn: '2025-11',
  confidence: 'vendor-docs+user-reports',
  confidenceOf: {
    scopeFrom: 'user-reports',
    sendsResource: 'user-reports',
    resourceForm: 'user-reports',
  },
  sources: [
    'https://community.openai.com/t/oauth-missing-scopes-after-reconnect/1366784 (2025-11, logged URLs)',
    'https://developers.openai.com/apps-sdk/build/auth (stored early copy: DCR + PKCE only, no CIMD)',
  ],
  differs: known({
    asksAhead: false,
    scopeFrom: ['challenge'],
    scopeSources: 'first',
    fixedScope: '',
    registration: ['dynamic'],
    documentNeeds: 'flag',
    sendsResource: 'always',
    resourceForm: 'server',
  }),
  redirectUris: ['https://chatgpt.com/connector_platform_oauth_redirect'],
  documents: null,
  tokenAuthentication: null,
  refresh: null,
  notes: [
    'Reconnect bug reported 2025-11: scope omitted on re-authorize.',
    'Docs: PRM at a well-known URL or advertised in WWW-Authenticate on 401. OpenAI later announced (community thread) that required scopes are taken from WWW-Authenticate.',
    'Challenge: announced in the community thread (date of the change not established). Observed 2025-11: scopes from the well-known metadata are sent on the first connect; whether PRM or AS metadata supplied them is not known. Known bug: on Disconnect + Connect the scope parameter is missing.',
    'The docs of this era name DCR and PKCE only.',
  ],
} as const satisfies ClientProfile
