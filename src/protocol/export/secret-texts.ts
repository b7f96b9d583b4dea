import { parseJson } from '../http/json.ts'
import { findJwts } from '../http/jwt.ts'
import { type Pseudonyms, isPseudonym } from './pseudonyms.ts'
import { remembered } from './remembered.ts'
import {
  ERROR_MEMBERS,
  SECRET_MEMBERS,
  SECRET_PARAMETERS,
  type SecretKind,
} from './secret-places.ts'

const MEMBER_KINDS = new Map(SECRET_MEMBERS.map(([name, kind]) => [plain(name), kind]))
const PARAMETER_KINDS = new Map(
  [...SECRET_MEMBERS, ...SECRET_PARAMETERS].map(([name, kind]) => [plain(name), kind]),
)

const MEMBER_NAMES = anyOf(SECRET_MEMBERS.map(([name]) => name))
const PARAMETER_NAMES = anyOf([...SECRET_MEMBERS, ...SECRET_PARAMETERS].map(([name]) => name))

/** `"access_token": "…"`. It needs no whole JSON, so it finds secrets in a body that was cut as well. */
const JSON_MEMBER = new RegExp(
  String.raw`("(${MEMBER_NAMES})"\s*:\s*")((?:[^"\\]|\\[\s\S])+)`,
  'gi',
)
/** The same inside a JSON string, with every quote escaped once more. */
const ESCAPED_MEMBER = new RegExp(
  String.raw`(\\"(${MEMBER_NAMES})\\"\s*:\s*\\")([^"\\]*(?:\\\\(?:\\[\\"]|[^"\\])[^"\\]*)*)`,
  'gi',
)
const ERROR_MEMBER = new RegExp(String.raw`"(?:${anyOf(ERROR_MEMBERS)})\\*"\s*:`, 'i')
/** `?code=…`, `&state=…`, `#id_token=…`, also where `&` was escaped for HTML or JSON. */
const PARAMETER = new RegExp(
  String.raw`((?:[?#&]|&amp;|\\u0026)(${PARAMETER_NAMES})=)([^&#\s"'<>\\]+)`,
  'gi',
)
/** The same inside a parameter of another address. */
const NESTED_PARAMETER = new RegExp(
  String.raw`((?:%3F|%23|%26)(${PARAMETER_NAMES})%3D)((?:(?!%26|%23)[^&#\s"'<>\\])+)`,
  'gi',
)

const REDACTORS = new WeakMap<Pseudonyms, (text: string) => string>()

/** Replaces the secrets of any text: JSON members, parameters of addresses, tokens by their shape. */
export function redactText(text: string, pseudonyms: Pseudonyms): string {
  if (text.length < 4) return text
  const redact = REDACTORS.get(pseudonyms) ?? remembered((each) => redactAnew(each, pseudonyms))
  REDACTORS.set(pseudonyms, redact)
  return redact(text)
}

function redactAnew(text: string, pseudonyms: Pseudonyms): string {
  return redactJwts(redactParameters(redactMembers(text, pseudonyms), pseudonyms), pseudonyms)
}

/** Replaces the secrets of a form, `a=b&c=d`, and then those of any text in it. */
export function redactForm(text: string, pseudonyms: Pseudonyms): string {
  return redactText(redactParameters(`&${text}`, pseudonyms).slice(1), pseudonyms)
}

/** The stand-in for a parameter's value when the parameter is a secret one, else the value. */
export function redactParameter(name: string, value: string, pseudonyms: Pseudonyms): string {
  const kind = PARAMETER_KINDS.get(plain(name))
  return kind === undefined || value === ''
    ? value
    : standIn(value, kind, { pseudonyms, spellings: [] })
}

/** A name without what does not tell names apart. */
function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[_-]/g, '')
}

function anyOf(names: readonly string[]): string {
  return names.map((name) => name.replaceAll('_', '[_-]?')).join('|')
}

type Naming = { readonly pseudonyms: Pseudonyms; readonly spellings: readonly string[] }

function standIn(secret: string, kind: SecretKind | undefined, naming: Naming): string {
  if (kind === undefined || isPseudonym(secret)) return secret
  return naming.pseudonyms.for(kind, secret, naming.spellings)
}

function redactMembers(text: string, pseudonyms: Pseudonyms): string {
  if (!text.includes('"')) return text
  const tellsOfError = ERROR_MEMBER.test(text)
  const replace =
    (unescape: (raw: string) => string) =>
    (whole: string, ...[lead = '', name = '', raw = '']: string[]): string => {
      const kind = MEMBER_KINDS.get(plain(name))
      if (kind === undefined || raw === '' || isPseudonym(raw)) return whole
      if (kind === 'code' && tellsOfError) return whole
      return lead + standIn(unescape(raw), kind, { pseudonyms, spellings: [raw] })
    }
  return text.replace(JSON_MEMBER, replace(unescapeJson)).replace(
    ESCAPED_MEMBER,
    replace((raw) => unescapeJson(unescapeJson(raw))),
  )
}

function unescapeJson(raw: string): string {
  const reading = parseJson(`"${raw}"`)
  return reading.kind === 'value' && typeof reading.value === 'string' ? reading.value : raw
}

function redactParameters(text: string, pseudonyms: Pseudonyms): string {
  const replace =
    (times: number) =>
    (whole: string, ...[lead = '', name = '', raw = '']: string[]): string => {
      if (isPseudonym(raw)) return whole
      const spellings = [raw]
      for (let time = 1; time < times; time += 1) spellings.push(decodeForm(spellings.at(-1) ?? ''))
      const secret = decodeForm(spellings.at(-1) ?? '')
      return lead + standIn(secret, PARAMETER_KINDS.get(plain(name)), { pseudonyms, spellings })
    }
  return text.replace(PARAMETER, replace(1)).replace(NESTED_PARAMETER, replace(2))
}

function decodeForm(text: string): string {
  return new URLSearchParams(`a=${text.replaceAll('&', '%26')}`).get('a') ?? text
}

function redactJwts(text: string, pseudonyms: Pseudonyms): string {
  const parts: string[] = []
  let from = 0
  for (const jwt of findJwts(text)) {
    parts.push(text.slice(from, jwt.from), pseudonyms.for('jwt', jwt.text))
    from = jwt.to
  }
  return parts.length === 0 ? text : parts.join('') + text.slice(from)
}
