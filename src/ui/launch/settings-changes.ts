import { DEFAULT_CONFIG, type HeaderList, type RunConfig } from '../../protocol/index.ts'
import type { Settings } from '../controls.ts'

/** Settings with one member of the config set, or taken out. */
export function withConfig<Key extends keyof RunConfig>(
  settings: Settings,
  key: Key,
  value: RunConfig[Key] | undefined,
): Settings {
  const config: { -readonly [key in keyof RunConfig]?: RunConfig[key] } = { ...settings.config }
  if (value === undefined) delete config[key]
  else config[key] = value
  return { ...settings, config }
}

/** Settings with these extra headers; their names become part of the config, their values stay secrets. */
export function withHeaders(settings: Settings, headers: HeaderList): Settings {
  const { headers: _, ...secrets } = settings.secrets
  const names = headers.length > 0 ? headers.map(([name]) => name) : undefined
  const named = withConfig(settings, 'headerNames', names)
  return { ...named, secrets: headers.length > 0 ? { ...secrets, headers } : secrets }
}

/** The members that a form sets beyond revision, client and transport. */
const COUNTED = [
  'scope',
  'resource',
  'issuer',
  'grant',
  'clientId',
  'clientAuthentication',
  'clientDocument',
  'headerNames',
  'authorizationParameters',
  'timeout',
  'pace',
  'authorizationBy',
  'stepUp',
] as const satisfies readonly (keyof RunConfig)[]

/** How many settings differ from what a walk does by itself. Neither the fields nor their words are needed for it. */
export function countSettings({ config, secrets }: Settings): number {
  const defaults: Partial<RunConfig> = DEFAULT_CONFIG
  const changed = COUNTED.filter((name) => (config[name] ?? defaults[name]) !== defaults[name])
  const { clientSecret = '', privateKey = '' } = secrets
  const given = [clientSecret, privateKey, config.call?.tool, config.call?.arguments]
  const { length } = given.filter((text = '{}') => text !== '' && text !== '{}')
  return changed.length + length + (config.also?.length ?? 0)
}
