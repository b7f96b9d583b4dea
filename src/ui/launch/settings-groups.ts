import type { StepId } from '../../protocol/index.ts'
import type { SettingsFieldId } from './settings-fields.ts'

/** The fields behind "Advanced", in groups. */
export const ADVANCED_GROUPS: readonly {
  readonly title: string
  readonly fields: readonly SettingsFieldId[]
}[] = [
  { title: 'What to ask for', fields: ['scope', 'noScope', 'resource', 'issuer', 'grant'] },
  {
    title: 'Who asks',
    fields: ['clientId', 'clientSecret', 'clientAuthentication', 'privateKey', 'clientDocument'],
  },
  { title: 'Requests', fields: ['headers', 'authorizationParameters', 'timeout', 'pace'] },
  {
    title: 'Sign-in and afterwards',
    fields: [
      'authorizationBy',
      'callTool',
      'callArguments',
      'stepUp',
      'refresh',
      'probes',
      'revoke',
      'survey',
    ],
  },
]

/** What can be changed before a step, or to run again from it. Steps that are not named here take nothing. */
export const STEP_FIELDS: { readonly [step in StepId]?: readonly SettingsFieldId[] } = {
  challenge: ['headers'],
  'resource-metadata': ['issuer'],
  'server-metadata': ['issuer'],
  scope: ['scope', 'noScope'],
  registration: ['clientId', 'clientSecret', 'clientAuthentication', 'clientDocument'],
  authorization: ['resource', 'redirectUri', 'authorizationParameters'],
  token: ['resource'],
  session: ['headers'],
  tools: ['callTool', 'callArguments'],
}
