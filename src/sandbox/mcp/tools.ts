import { type JsonObject, isObject } from '../json.ts'
import type { Settings, Tool } from '../options.ts'

type Work = (input: JsonObject, signal: AbortSignal) => string | Promise<string>

type PracticeTool = Tool & { readonly work: Work }

/** The tools that this server lists. */
export function toolsOf(settings: Settings): readonly Tool[] {
  if (typeof settings.tools !== 'number') return settings.tools
  const extra = Math.max(0, settings.tools - PRACTICE_TOOLS.length)
  return [
    ...PRACTICE_TOOLS.slice(0, settings.tools),
    ...Array.from({ length: extra }, (_, index) => numberedTool(PRACTICE_TOOLS.length + index + 1)),
  ]
}

export async function callTool(name: string, input: JsonObject, signal: AbortSignal) {
  const practice = PRACTICE_TOOLS.find((tool) => tool.listed.name === name)
  return practice === undefined ? JSON.stringify(input) : practice.work(input, signal)
}

/** The arguments of a tool that 2026-07-28 wants repeated in a header, with the header's name. */
export function mirroredArguments(tool: Tool): readonly (readonly [string, string])[] {
  const schema = tool.listed['inputSchema']
  const properties = isObject(schema) ? schema['properties'] : undefined
  if (!isObject(properties)) return []
  return Object.entries(properties).flatMap(([name, property]) => {
    const header = isObject(property) ? property['x-mcp-header'] : undefined
    return typeof header === 'string' && TOKEN.test(header) ? [[name, `Mcp-Param-${header}`]] : []
  })
}

/** What may stand in a header's name (RFC 9110 section 5.6.2). */
const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/

export function mirroredHeaderNames(tools: readonly Tool[]): readonly string[] {
  return [...new Set(tools.flatMap(mirroredArguments).map(([, header]) => header))]
}

const string = { type: 'string' } as const
const number = { type: 'number' } as const

const PRACTICE_TOOLS: readonly PracticeTool[] = [
  tool('echo', 'Gives back the text it was given', { text: string }, (input) =>
    word(input, 'text'),
  ),
  tool('add', 'Adds two numbers', { a: number, b: number }, (input) =>
    String(amount(input, 'a') + amount(input, 'b')),
  ),
  {
    ...tool(
      'wait',
      'Waits for some milliseconds before it answers',
      { milliseconds: { type: 'integer', minimum: 0, maximum: 60_000 } },
      async (input, signal) => {
        const milliseconds = Math.min(Math.max(amount(input, 'milliseconds'), 0), 60_000)
        await pause(milliseconds, signal)
        return `Waited ${milliseconds} ms`
      },
    ),
  },
  tool(
    'look_up_region',
    'Says where a region is; the region also travels in a request header',
    { region: { ...string, 'x-mcp-header': 'Region' } },
    (input) => `${word(input, 'region')} is on the practice map`,
  ),
  {
    ...tool('open_vault', 'Opens the vault, which takes a further scope', {}, () => 'Gold'),
    scopes: ['vault'],
  },
  tool('subtract', 'Takes one number from another', { a: number, b: number }, (input) =>
    String(amount(input, 'a') - amount(input, 'b')),
  ),
  tool('multiply', 'Multiplies two numbers', { a: number, b: number }, (input) =>
    String(amount(input, 'a') * amount(input, 'b')),
  ),
  tool('reverse', 'Turns a text round', { text: string }, (input) =>
    [...word(input, 'text')].toReversed().join(''),
  ),
  tool('count_words', 'Counts the words of a text', { text: string }, (input) =>
    String(word(input, 'text').split(/\s+/u).filter(Boolean).length),
  ),
  tool('upper_case', 'Writes a text in capitals', { text: string }, (input) =>
    word(input, 'text').toUpperCase(),
  ),
  tool('lower_case', 'Writes a text in small letters', { text: string }, (input) =>
    word(input, 'text').toLowerCase(),
  ),
  tool('trim', 'Takes the spaces off both ends of a text', { text: string }, (input) =>
    word(input, 'text').trim(),
  ),
]

// oxlint-disable-next-line max-params -- one line a tool reads better than an object of four
function tool(name: string, description: string, properties: JsonObject, work: Work): PracticeTool {
  const title = name.charAt(0).toUpperCase() + name.slice(1).replaceAll('_', ' ')
  const inputSchema = { type: 'object', properties, required: Object.keys(properties) }
  return { listed: { name, title, description, inputSchema }, work }
}

function numberedTool(position: number): Tool {
  const name = `practice_${position}`
  const inputSchema = { type: 'object', properties: { text: string } }
  return { listed: { name, description: 'Gives back its arguments', inputSchema } }
}

function word(input: JsonObject, name: string): string {
  const value = input[name]
  return typeof value === 'string' ? value : ''
}

function amount(input: JsonObject, name: string): number {
  const value = input[name]
  return typeof value === 'number' ? value : 0
}

/** Waits, or stops waiting when the caller has gone. */
export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const leave = () => {
      clearTimeout(timer)
      reject(new DOMException('The request was cancelled', 'AbortError'))
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', leave)
      resolve()
    }, milliseconds)
    if (signal.aborted) leave()
    else signal.addEventListener('abort', leave, { once: true })
  })
}
