import {
  type HeaderList,
  type Json,
  type JsonObject,
  isJsonArray,
  isJsonObject,
  parseJson,
} from '../../protocol/index.ts'
import { toShellWords } from './shell-words.ts'

/** What a pasted text turned out to be. `plain` is anything that is no command and no JSON. */
export type Pasted =
  | { readonly kind: 'plain' }
  | {
      readonly kind: 'found'
      readonly url: string
      readonly headers: HeaderList
      readonly notes: readonly string[]
    }
  | { readonly kind: 'run-file'; readonly text: string }
  | { readonly kind: 'problem'; readonly says: string }

/** Recognises commands and configuration blocks that name an MCP server. */
export function readPasted(text: string): Pasted {
  if (/^[[{"]/.test(text) && !/^\[[0-9a-f:.]+\]/i.test(text)) return readJson(text)
  if (/^(?:\$\s+)?curl\s/.test(text)) return readCommand(text, 'curl')
  if (/^(?:\$\s+)?(?:claude|codex|gemini|code)\s/.test(text) && /\bmcp\b/.test(text)) {
    return readCommand(text, 'mcp add')
  }
  if (/^(?:\$\s+)?npx\s/.test(text)) return readCommand(text, 'npx')
  return { kind: 'plain' }
}

function readCommand(text: string, name: string): Pasted {
  const words = toShellWords(text.replace(/^\$\s+/, ''))
  const block = words.find((word) => word.startsWith('{'))
  if (block !== undefined && words.includes('add-json')) return readJson(block)
  const url = findUrlWord(words, name)
  if (url === undefined) {
    return { kind: 'problem', says: `The ${name} line names no address that begins with http.` }
  }
  return found(url, toHeaders(words), `the ${name} line`)
}

const VALUE_OPTIONS: ReadonlySet<string> = new Set([
  '-H',
  '--header',
  '-d',
  '--data',
  '--data-raw',
  '-A',
  '-e',
  '--referer',
  '-x',
  '--proxy',
])

function findUrlWord(words: readonly string[], name: string): string | undefined {
  const named = words.indexOf('--url')
  if (named !== -1) return words[named + 1]
  const candidates = words.filter(
    (_, index) => !(name === 'curl' && VALUE_OPTIONS.has(words[index - 1] ?? '')),
  )
  const fromEquals = words.find((word) => word.startsWith('--url='))?.slice('--url='.length)
  return fromEquals ?? candidates.find((word) => /^https?:\/\//i.test(word))
}

function toHeaders(words: readonly string[]): HeaderList {
  const values = words.flatMap((word, index) => {
    const before = words[index - 1]
    if (before === '-H' || before === '--header') return [word]
    if (word.startsWith('--header=')) return [word.slice('--header='.length)]
    return /^-H./.test(word) ? [word.slice(2)] : []
  })
  return values.flatMap((value): HeaderList => {
    const [, headerName, rest] = /^([^:\s]+):\s*(.*)$/.exec(value) ?? []
    return headerName !== undefined && rest !== undefined && isExtra(headerName)
      ? [[headerName, rest]]
      : []
  })
}

/** Headers that the walk sets on its own are not taken over from a pasted line. */
function isExtra(name: string): boolean {
  return !/^(?:accept|content-type|content-length|host|user-agent|origin|referer|mcp-.*)$/i.test(
    name,
  )
}

function found(url: string, headers: HeaderList, source: string): Pasted {
  const names = headers.map(([name]) => name).join(', ')
  const note =
    headers.length === 0
      ? `Read from ${source}.`
      : `Read from ${source}, with ${headers.length === 1 ? 'the header' : 'the headers'} ${names}.`
  return { kind: 'found', url, headers, notes: [note] }
}

function readJson(text: string): Pasted {
  const reading = parseJson(text.startsWith('"') ? `{${text.replace(/,\s*$/, '')}}` : text)
  if (reading.kind === 'not-json') {
    return { kind: 'problem', says: `This looks like JSON but cannot be read: ${reading.message}.` }
  }
  if (isJsonObject(reading.value) && reading.value['format'] === 'mcp-flow-run') {
    return { kind: 'run-file', text }
  }
  return readConfiguration(reading.value)
}

type Entry = { readonly name: string; readonly settings: JsonObject }

function readConfiguration(value: Json): Pasted {
  const entries = findEntries(value, '')
  for (const { name, settings } of entries) {
    const url = findEntryUrl(settings)
    if (url !== undefined) return fromEntry({ name, settings }, url, entries.length)
  }
  const command = entries.map(({ settings }) => settings['command']).find(isText)
  return {
    kind: 'problem',
    says:
      command === undefined
        ? 'The JSON block names no server address: none of "url", "serverUrl", "httpUrl" is in it.'
        : `The JSON block starts a local program (“${command}”), which has no web address to walk to.`,
  }
}

function fromEntry(entry: Entry, url: string, count: number): Pasted {
  const headers = isJsonObject(entry.settings['headers']) ? entry.settings['headers'] : {}
  const list = Object.entries(headers).flatMap(([name, value]): HeaderList =>
    isText(value) && isExtra(name) ? [[name, value]] : [],
  )
  const reading = found(url, list, 'the JSON block')
  if (reading.kind !== 'found' || count === 1) return reading
  const more = `It names ${count} servers; this is the first with an address${entry.name === '' ? '' : `, “${entry.name}”`}.`
  return { ...reading, notes: [...reading.notes, more] }
}

/** Every object that looks like a server's settings, with its key, outermost first. */
function findEntries(value: Json | undefined, name: string): readonly Entry[] {
  if (isJsonArray(value)) return value.flatMap((entry) => findEntries(entry, name))
  if (!isJsonObject(value)) return []
  if (findEntryUrl(value) !== undefined || isText(value['command'])) {
    return [{ name, settings: value }]
  }
  return Object.entries(value).flatMap(([key, member]) => findEntries(member, key))
}

function findEntryUrl(settings: JsonObject): string | undefined {
  const named = ['url', 'serverUrl', 'httpUrl', 'server_url', 'endpoint']
    .map((key) => settings[key])
    .find((value) => isText(value))
  if (isText(named)) return named
  const words = isJsonArray(settings['args']) ? settings['args'].filter(isText) : []
  return words.find((word) => /^https?:\/\//i.test(word))
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}
