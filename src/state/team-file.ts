import { isJsonObject } from '../protocol/index.ts'
import type { RunConfig } from '../protocol/index.ts'
import { readAddress } from './draft.ts'

/** A server that the team walks often, with the settings that it needs. */
export type TeamServer = {
  readonly name: string
  readonly about: string
  readonly server: string
  readonly config: Partial<RunConfig>
}

/** Settings under a name. */
export type TeamPreset = { readonly name: string; readonly config: Partial<RunConfig> }

export type TeamLink = { readonly title: string; readonly url: string }

/** What a team wrote into `config.json` beside the page. */
export type Team = {
  readonly title: string
  readonly servers: readonly TeamServer[]
  readonly presets: readonly TeamPreset[]
  readonly links: readonly TeamLink[]
  /** The address of the team's relay, without anybody's token. */
  readonly relay: string | null
  /** The address of the list of published runs. */
  readonly runs: string | null
  /** A sentence for each thing that could not be used; the rest holds. */
  readonly problems: readonly string[]
}

/** A team that has said nothing. */
export const NO_TEAM: Team = {
  title: '',
  servers: [],
  presets: [],
  links: [],
  relay: null,
  runs: null,
  problems: [],
}

const MEMBERS = ['title', 'servers', 'presets', 'links', 'relay', 'runs']
/** The settings of one walk, by the names that a targets file gives them too. */
const SETTINGS = [
  'revision',
  'client',
  'transport',
  'pace',
  'scope',
  'resource',
  'clientId',
  'cimd',
  'issuer',
  'grant',
  'clientAuthentication',
  'authorize',
  'call',
  'arguments',
]

/** Where addresses are relative to, and who hears what could not be used. */
type Reading = { readonly base: string; readonly say: (sentence: string) => undefined }

/** An object of the file, and the name by which its members are spoken of. */
type Entry = { readonly at: string; readonly fields: Readonly<Record<string, unknown>> }

/** Reads the text of `config.json`; `base` is the page's address, to which its addresses are relative. */
export function parseTeamFile(text: string, base: string): Team {
  const problems: string[] = []
  const reading: Reading = {
    base,
    say: (sentence) => void problems.push(`config.json: ${sentence}`),
  }
  const file = parseFile(text, reading)
  if (!file) return { ...NO_TEAM, problems }
  return {
    title: textOf(file, 'title', reading) ?? '',
    servers: listOf(file, 'servers', reading).flatMap((each) => serverOf(each, reading) ?? []),
    presets: listOf(file, 'presets', reading).flatMap((each) => presetOf(each, reading) ?? []),
    links: listOf(file, 'links', reading).flatMap((each) => linkOf(each, reading) ?? []),
    relay: addressOf(file, 'relay', reading) ?? null,
    runs: addressOf(file, 'runs', reading) ?? null,
    problems,
  }
}

function parseFile(text: string, { say }: Reading): Entry | undefined {
  try {
    const value: unknown = JSON.parse(text)
    if (!isJsonObject(value)) return say('it holds no JSON object.')
    for (const name of Object.keys(value)) {
      if (MEMBERS.includes(name)) continue
      say(`there is no member "${name}"; there are ${MEMBERS.join(', ')}.`)
    }
    return { at: '', fields: value }
  } catch (error) {
    return say(`it is not JSON (${error instanceof Error ? error.message : String(error)}).`)
  }
}

function listOf({ fields }: Entry, name: string, { say }: Reading): readonly Entry[] {
  const value = fields[name]
  if (Array.isArray(value)) {
    return value.flatMap((each: unknown, index) => {
      const at = `${name}[${index}]`
      return isJsonObject(each) ? [{ at, fields: each }] : (say(`"${at}" is no object.`) ?? [])
    })
  }
  if (value !== undefined) say(`"${name}" is no list.`)
  return []
}

function serverOf(entry: Entry, reading: Reading): TeamServer | undefined {
  const { name: _, server, about: __, ...settings } = entry.fields
  const url = textOf(entry, 'server', reading)
  if (url === undefined || !isWebAddress(url)) {
    const seen = typeof server === 'string' || server === undefined
    return seen ? reading.say(notAnAddress(entry, 'server')) : undefined
  }
  return {
    name: textOf(entry, 'name', reading) ?? new URL(url).host,
    about: textOf(entry, 'about', reading) ?? '',
    server: url,
    config: settingsOf({ at: entry.at, fields: settings }, reading),
  }
}

function presetOf(entry: Entry, reading: Reading): TeamPreset | undefined {
  const { name: _, ...settings } = entry.fields
  const name = textOf(entry, 'name', reading)
  if (name === undefined) return reading.say(`"${entry.at}" has no name.`)
  return { name, config: settingsOf({ at: entry.at, fields: settings }, reading) }
}

function linkOf(entry: Entry, reading: Reading): TeamLink | undefined {
  if (entry.fields['url'] === undefined) return reading.say(`"${entry.at}" has no url.`)
  const url = addressOf(entry, 'url', reading)
  return url === undefined ? undefined : { title: textOf(entry, 'title', reading) ?? url, url }
}

/** Each setting goes through the reader of the page's own address, so that both know the same values. */
function settingsOf({ at, fields }: Entry, { say }: Reading): Partial<RunConfig> {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) {
    const here = `"${at}.${name}"`
    if (!SETTINGS.includes(name)) say(`${here} is no setting; there are ${SETTINGS.join(', ')}.`)
    else if (typeof value !== 'string') say(`${here} is ${show(value)} and has to be text.`)
    else if (isKnown(name, value)) query.set(toParameter(name), value)
    else say(`${here} is ${show(value)}, a value that this page does not know.`)
  }
  return readAddress(`?${query}`).draft.config
}

/** Arguments mean something beside a call only. */
function isKnown(name: string, value: string): boolean {
  const query = new URLSearchParams([[toParameter(name), value]])
  return name === 'arguments' || Object.keys(readAddress(`?${query}`).draft.config).length > 0
}

/** `clientId` is `client-id` in an address. */
function toParameter(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

function textOf(entry: Entry, name: string, { say }: Reading): string | undefined {
  const value = entry.fields[name]
  if (value === undefined || typeof value === 'string') return value
  return say(`${toPlace(entry, name)} is ${show(value)} and has to be text.`)
}

function addressOf(entry: Entry, name: string, reading: Reading): string | undefined {
  const text = textOf(entry, name, reading)
  if (text === undefined) return undefined
  const url = URL.canParse(text, reading.base) ? new URL(text, reading.base).href : ''
  return isWebAddress(url) ? url : reading.say(notAnAddress(entry, name))
}

function notAnAddress(entry: Entry, name: string): string {
  const value = show(entry.fields[name])
  return `${toPlace(entry, name)} is ${value} and has to be an http or https address.`
}

function toPlace({ at }: Entry, name: string): string {
  return at === '' ? `"${name}"` : `"${at}.${name}"`
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
}

function show(value: unknown): string {
  if (value === undefined) return 'missing'
  const text = JSON.stringify(value)
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}
