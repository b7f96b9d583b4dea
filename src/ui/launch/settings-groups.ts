import type { StepId } from '../../protocol/index.ts'
import type { Settings } from '../controls.ts'
import type { SettingsField } from './settings-field-kinds.ts'
import { SETTINGS_FIELDS, type SettingsFieldId } from './settings-fields.ts'

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
    fields: ['authorizationBy', 'callTool', 'callArguments', 'stepUp', 'refresh', 'revoke'],
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

/** How many settings differ from what a walk does by itself. */
export function countSettings(settings: Settings): number {
  const names = ADVANCED_GROUPS.flatMap(({ fields }) => fields)
  const empty: Settings = { config: {}, secrets: {} }
  return names.filter((name) => {
    const field: SettingsField = SETTINGS_FIELDS[name]
    return field.read(settings) !== field.read(empty)
  }).length
}
