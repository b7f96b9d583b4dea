import { type Json, type JsonObject, isJsonArray } from '../http/json.ts'

// What a server sent stands in these texts, and a person pastes them into a program: nothing may end its quotes.

/** A text as JavaScript and TypeScript have it, in single quotes. */
export function inScript(text: string): string {
  const inner = escapeSeparators(JSON.stringify(text)).slice(1, -1)
  return `'${inner.replaceAll(/\\.|'/g, toSingleQuotes)}'`
}

function toSingleQuotes(part: string): string {
  if (part === "'") return String.raw`\'`
  return part === String.raw`\"` ? '"' : part
}

/** Several texts as a script has them, on one line. */
export function inScriptList(values: readonly string[]): string {
  return `[${values.map(inScript).join(', ')}]`
}

/** A value on several lines, the later ones indented by so many spaces. */
export function inScriptLines(value: Json, indent: number): string {
  return escapeSeparators(JSON.stringify(value, null, 2)).replaceAll(
    '\n',
    `\n${' '.repeat(indent)}`,
  )
}

/** A path as Express compares it: what has a meaning in its patterns is escaped. */
export function inRoute(path: string): string {
  return inScript(path.replaceAll(/[\\:*?+(){}[\]!]/g, String.raw`\$&`))
}

/** A value as Python has it. */
export function inPython(value: Json): string {
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  if (value === null) return 'None'
  if (isJsonArray(value)) return `[${value.map(inPython).join(', ')}]`
  if (typeof value !== 'object') return JSON.stringify(value)
  const members = Object.entries(value).map(
    ([name, member]) => `${JSON.stringify(name)}: ${inPython(member ?? null)}`,
  )
  return `{${members.join(', ')}}`
}

/** An object as Python has it, a member a line, the later lines indented by so many spaces. */
export function inPythonLines(value: JsonObject, indent: number): string {
  const edge = ' '.repeat(indent)
  const members = Object.entries(value).map(
    ([name, member]) => `${edge}    ${JSON.stringify(name)}: ${inPython(member ?? null)},`,
  )
  return ['{', ...members, `${edge}}`].join('\n')
}

/** A text as a word of an nginx configuration. nginx has no escape for `$`, which begins a variable. */
export function inNginx(text: string): string {
  const plain = text.replaceAll(/\p{Cc}+/gu, ' ').replaceAll('$', '%24')
  return `'${plain.replaceAll(/[\\']/g, String.raw`\$&`)}'`
}

/** JSON as a word of an nginx configuration: JSON itself can write a `$` in another way. */
export function jsonInNginx(value: Json): string {
  return inNginx(JSON.stringify(value).replaceAll('$', String.raw`\u0024`))
}

/** These two end a line in old JavaScript, and look like nothing at all. */
function escapeSeparators(text: string): string {
  return text.replaceAll('\u2028', String.raw`\u2028`).replaceAll('\u2029', String.raw`\u2029`)
}
