import { DEFAULT_CONFIG } from '../../protocol/index.ts'
import { callArgumentsField, callToolField } from './call-fields.ts'
import { withConfig, withHeaders } from './settings-changes.ts'
import {
  AUTHENTICATIONS,
  type SettingsField,
  alsoField,
  findDocumentProblem,
  findUrlProblem,
  isAuthentication,
  secretField,
  textField,
  writeLines,
} from './settings-field-kinds.ts'

/** Every setting that a form offers beyond revision, client and transport. */
export const SETTINGS_FIELDS = {
  scope: textField('scope', {
    label: 'Scope',
    hint: 'Separated by spaces. Empty: what the revision says to ask for.',
    placeholder: 'files:read files:write',
  }),
  noScope: {
    label: 'Ask for no scope at all',
    hint: 'Leaves the scope parameter out.',
    kind: 'check',
    read: ({ config }) => (config.scope === '' ? 'yes' : ''),
    write: (settings, text) => ({
      settings: withConfig(settings, 'scope', text === 'yes' ? '' : undefined),
    }),
  },
  resource: textField(
    'resource',
    {
      label: 'Resource',
      hint: 'Sent as the resource indicator instead of the one that was found.',
      placeholder: 'https://tools.example/mcp',
    },
    findUrlProblem,
  ),
  issuer: textField(
    'issuer',
    {
      label: 'Authorization server',
      hint: 'Its issuer identifier, when the metadata offers several or none.',
      placeholder: 'https://auth.example',
    },
    findUrlProblem,
  ),
  grant: {
    label: 'Grant',
    kind: 'choice',
    options: [
      { value: 'authorization_code', label: 'authorization code' },
      { value: 'client_credentials', label: 'client credentials, no person' },
    ],
    read: ({ config }) => config.grant ?? DEFAULT_CONFIG.grant,
    write: (settings, text) => ({
      settings: withConfig(
        settings,
        'grant',
        text === 'client_credentials' ? 'client_credentials' : undefined,
      ),
    }),
  },
  clientId: textField('clientId', {
    label: 'Client id',
    hint: 'One that the authorization server already knows.',
  }),
  clientSecret: secretField('clientSecret', {
    label: 'Client secret',
    hint: 'Stays in this tab.',
    kind: 'secret',
  }),
  clientAuthentication: {
    label: 'Client authentication',
    kind: 'choice',
    options: [
      { value: '', label: 'what the server offers' },
      ...Object.entries(AUTHENTICATIONS).map(([value, label]) => ({ value, label })),
    ],
    read: ({ config }) => config.clientAuthentication ?? '',
    write: (settings, text) => ({
      settings: withConfig(
        settings,
        'clientAuthentication',
        isAuthentication(text) ? text : undefined,
      ),
    }),
  },
  privateKey: secretField('privateKey', {
    label: 'Private key',
    hint: 'PKCS#8 PEM or JWK, for private_key_jwt. Stays in this tab.',
    kind: 'secret-lines',
  }),
  clientDocument: textField(
    'clientDocument',
    {
      label: 'Client metadata document',
      hint: 'Its https address is used as the client id. Empty: the one beside this page, if it is hosted with one; “none”: no document.',
      placeholder: 'https://app.example/client.json',
    },
    findDocumentProblem,
  ),
  redirectUri: textField(
    'redirectUri',
    { label: 'Redirect URI', hint: 'Where the authorization server sends you back to.' },
    findUrlProblem,
  ),
  authorizationParameters: {
    label: 'Extra authorization parameters',
    hint: 'One a line: name=value.',
    placeholder: 'prompt=consent',
    kind: 'lines',
    read: ({ config }) =>
      (config.authorizationParameters ?? []).map(([name, value]) => `${name}=${value}`).join('\n'),
    write: (settings, text) =>
      writeLines(text, '=', (pairs) =>
        withConfig(settings, 'authorizationParameters', pairs.length > 0 ? pairs : undefined),
      ),
  },
  headers: {
    label: 'Extra headers for the MCP server',
    hint: 'One a line: Name: value. Values stay in this tab.',
    placeholder: 'X-Tenant: blue',
    kind: 'lines',
    read: ({ secrets }) =>
      (secrets.headers ?? []).map(([name, value]) => `${name}: ${value}`).join('\n'),
    write: (settings, text) => writeLines(text, ':', (pairs) => withHeaders(settings, pairs)),
  },
  callTool: callToolField,
  callArguments: callArgumentsField,
  stepUp: textField('stepUp', {
    label: 'Scopes for a step-up',
    hint: 'What “Step-up” under the walk asks for on top, once it is run.',
    placeholder: 'files:write',
  }),
  refresh: alsoField(
    'refresh',
    'Refresh the token after the tools',
    'Only if a refresh token came.',
  ),
  probes: alsoField(
    'probes',
    'Negative tests at the end',
    'Sends some thirty requests that must be refused. Registers clients, uses up codes.',
  ),
  revoke: alsoField(
    'revoke',
    'Revoke the token at the end',
    'Only if there is an endpoint for it.',
  ),
  survey: alsoField(
    'survey',
    'Survey what other clients would ask',
    'Up to 12 requests at the end, GET, HEAD and initialize, so that more can be foretold.',
  ),
  pace: {
    label: 'Pace',
    kind: 'choice',
    options: [
      { value: 'together', label: 'together: overlap what is safe to overlap' },
      { value: 'one-by-one', label: 'one by one, as a client does' },
    ],
    read: ({ config }) => config.pace ?? DEFAULT_CONFIG.pace,
    write: (settings, text) => ({
      settings: withConfig(settings, 'pace', text === 'one-by-one' ? 'one-by-one' : undefined),
    }),
  },
  timeout: {
    label: 'Time-out per request, in seconds',
    placeholder: String(DEFAULT_CONFIG.timeout / 1000),
    kind: 'text',
    read: ({ config: { timeout = DEFAULT_CONFIG.timeout } }) =>
      timeout === DEFAULT_CONFIG.timeout ? '' : String(timeout / 1000),
    write: (settings, text) => {
      const seconds = Number(text)
      if (text.trim() === '') return { settings: withConfig(settings, 'timeout', undefined) }
      return seconds >= 1 && seconds <= 600
        ? { settings: withConfig(settings, 'timeout', Math.round(seconds * 1000)) }
        : { problem: `“${text}” is not a number of seconds between 1 and 600.` }
    },
  },
  authorizationBy: {
    label: 'Sign in',
    kind: 'choice',
    options: [
      { value: 'same-tab', label: 'in this tab' },
      { value: 'popup', label: 'in a pop-up' },
      { value: 'paste', label: 'elsewhere, then paste the final address' },
    ],
    read: ({ config }) => config.authorizationBy ?? DEFAULT_CONFIG.authorizationBy,
    write: (settings, text) => ({
      settings: withConfig(
        settings,
        'authorizationBy',
        text === 'popup' || text === 'paste' ? text : undefined,
      ),
    }),
  },
} as const satisfies { readonly [id: string]: SettingsField }

/** The id of a field. */
export type SettingsFieldId = keyof typeof SETTINGS_FIELDS
