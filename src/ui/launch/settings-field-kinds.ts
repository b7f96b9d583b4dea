import type { ClientAuthentication, RunConfig } from '../../protocol/index.ts'
import type { Settings } from '../controls.ts'
import { withConfig } from './settings-changes.ts'

/** What became of a text that was written into a field. */
export type Written = { readonly settings: Settings } | { readonly problem: string }

/** One value of the settings as a form shows it. `read` and `write` speak text; a check is `yes` or empty. */
export type SettingsField = {
  readonly label: string
  readonly hint?: string
  readonly placeholder?: string
  readonly kind: 'text' | 'lines' | 'secret' | 'secret-lines' | 'check' | 'choice'
  readonly options?: readonly { readonly value: string; readonly label: string }[]
  readonly read: (settings: Settings) => string
  readonly write: (settings: Settings, text: string) => Written
}

type TextKey =
  | 'scope'
  | 'stepUp'
  | 'resource'
  | 'clientId'
  | 'clientDocument'
  | 'issuer'
  | 'redirectUri'

/** A line of text that becomes one member of the config; empty, the member is gone. */
export function textField(
  key: TextKey,
  words: Pick<SettingsField, 'label' | 'hint' | 'placeholder'>,
  findProblem: (text: string) => string | undefined = () => undefined,
): SettingsField {
  return {
    ...words,
    kind: 'text',
    read: ({ config }) => config[key] ?? '',
    write: (settings, text) => {
      const value = text.trim()
      const problem = value === '' ? undefined : findProblem(value)
      return problem === undefined
        ? { settings: withConfig(settings, key, value === '' ? undefined : value) }
        : { problem }
    },
  }
}

/** A secret of one value. */
export function secretField(
  key: 'clientSecret' | 'privateKey',
  words: Pick<SettingsField, 'label' | 'hint' | 'placeholder' | 'kind'>,
): SettingsField {
  return {
    ...words,
    read: ({ secrets }) => secrets[key] ?? '',
    write: (settings, text) => {
      const { [key]: _, ...rest } = settings.secrets
      return { settings: { ...settings, secrets: text === '' ? rest : { ...rest, [key]: text } } }
    },
  }
}

/** Why a text is no absolute URL, or undefined. */
export function findUrlProblem(text: string): string | undefined {
  return URL.canParse(text) ? undefined : `“${text}” is not an absolute URL.`
}

/** Why a text cannot be the address of a client metadata document, or undefined. */
export function findDocumentProblem(text: string): string | undefined {
  if (text === 'none') return undefined
  const problem = findUrlProblem(text)
  if (problem !== undefined) return problem
  const { protocol, pathname } = new URL(text)
  if (protocol !== 'https:') return `“${text}” must begin with https:// to serve as a client id.`
  return pathname === '/' ? `“${text}” needs a path to serve as a client id.` : undefined
}

/** The client authentication methods, with the words for them. */
export const AUTHENTICATIONS: { readonly [method in ClientAuthentication]: string } = {
  none: 'none (public client)',
  client_secret_basic: 'client_secret_basic',
  client_secret_post: 'client_secret_post',
  private_key_jwt: 'private_key_jwt',
}

/** Narrows to a client authentication method. */
export function isAuthentication(text: string): text is ClientAuthentication {
  return Object.hasOwn(AUTHENTICATIONS, text)
}

/** A step on demand that runs after the tools. */
export function alsoField(
  step: RunConfig['also'][number],
  label: string,
  hint: string,
): SettingsField {
  return {
    label,
    hint,
    kind: 'check',
    read: ({ config }) => (config.also?.includes(step) ? 'yes' : ''),
    write: (settings, text) => {
      const others = (settings.config.also ?? []).filter((entry) => entry !== step)
      const also = text === 'yes' ? [...others, step] : others
      return { settings: withConfig(settings, 'also', also.length > 0 ? also : undefined) }
    },
  }
}

type Pairs = readonly (readonly [name: string, value: string])[]

function parseLines(text: string, separator: ':' | '='): Pairs | { readonly problem: string } {
  const pairs: (readonly [string, string])[] = []
  for (const line of text.split('\n').map((entry) => entry.trim())) {
    const at = line.indexOf(separator)
    if (line === '') continue
    if (at < 1) return { problem: `“${line}” has no ${separator} between name and value.` }
    const name = line.slice(0, at).trim()
    if (separator === ':' && !/^[!#$%&'*+.^_`|~0-9a-z-]+$/i.test(name)) {
      return { problem: `“${name}” is not a header name.` }
    }
    pairs.push([name, line.slice(at + 1).trim()])
  }
  return pairs
}

/** Reads lines of names and values and hands them on, or says which line is wrong. */
export function writeLines(
  text: string,
  separator: ':' | '=',
  apply: (pairs: Pairs) => Settings,
): Written {
  const parsed = parseLines(text, separator)
  return 'problem' in parsed ? parsed : { settings: apply(parsed) }
}
