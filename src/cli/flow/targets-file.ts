import {
  isJsonArray,
  isJsonObject,
  type Json,
  type JsonObject,
  parseJson,
} from '../../protocol/index.ts'
import { type Expectation, STATUSES } from './expectation.ts'
import { findWrongSetting, type Given, type Setting, SETTINGS } from './settings.ts'
import { readServer, type Target, toFileName, withPathsFrom } from './target.ts'
import { UsageError } from './usage-error.ts'

/** What holds for all targets of a file. */
export type FileContext = {
  /** The folder of the file; paths in it are meant from there. */
  readonly folder: string
  /** Settings of the command line, for targets that do not say otherwise. */
  readonly given: Given
}

const SETTING_OF = new Map(SETTINGS.map((setting) => [toCamelCase(setting.name), setting]))
const OTHERS = ['name', 'server', 'expect']

/** Reads the text of a targets file. It throws a `UsageError` at the first fault: the place in it, the value seen, and what it has to be. */
export function parseTargets(text: string, context: FileContext): readonly Target[] {
  const reading = parseJson(text)
  if (reading.kind === 'not-json') throw new UsageError(`it is no JSON (${reading.message})`)
  const file = requireObject(reading.value, 'the file')
  const list = file['targets']
  if (!isJsonArray(list)) throw new UsageError('it has no list "targets"')
  if (list.length === 0) throw new UsageError('targets: the list is empty')
  const stranger = Object.keys(file).find((key) => key !== 'targets' && key !== '$schema')
  if (stranger !== undefined) throw new UsageError(`${stranger}: there is no such member`)
  const targets = list.map((entry, index) => parseTarget(entry, `targets[${index}]`, context))
  refuseTwins(targets)
  return targets
}

function parseTarget(entry: Json, place: string, context: FileContext): Target {
  const target = requireObject(entry, place)
  const name = requireText(target, 'name', place)
  const server = readServer(requireText(target, 'server', place))
  if (server.kind === 'wrong') throw new UsageError(`${place}.server ${server.says}`)
  const own = withPathsFrom(toGiven(target, place), context.folder)
  const dropped = Object.keys(target).filter((key) => target[key] === false)
  const base = [...context.given].filter(([key]) => !dropped.includes(toCamelCase(key)))
  const given: Given = new Map([...base, ...own])
  const fault = findWrongSetting(given)
  if (fault) throw new UsageError(`${place}.${toCamelCase(fault.name)}${fault.says}`)
  return { name, server: server.url, given, expect: parseExpectation(target['expect'], place) }
}

function toGiven(target: JsonObject, place: string): Given {
  const given = new Map<string, string | true | readonly string[]>()
  for (const [key, value] of Object.entries(target)) {
    if (OTHERS.includes(key)) continue
    const setting = SETTING_OF.get(key)
    if (!setting) throw new UsageError(`${place}.${key}: a target has no such option`)
    const read = readValue(setting, value)
    if (read === undefined) {
      throw new UsageError(`${place}.${key} ${show(setting, value)}: ${wishOf(setting)}`)
    }
    if (read !== false) given.set(setting.name, read)
  }
  return given
}

/** Undefined when the value is of a wrong type. JSON that is itself a value may stand as what it is. */
function readValue(
  { name, kind }: Setting,
  value: Json | undefined,
): string | boolean | readonly string[] | undefined {
  if (kind === 'flag') return typeof value === 'boolean' ? value : undefined
  if (kind === 'list') {
    const list = isJsonArray(value) ? value : [value]
    return list.every((each) => typeof each === 'string') ? list.map(String) : undefined
  }
  if (name === 'arguments' && isJsonObject(value)) return JSON.stringify(value)
  if (name === 'timeout' && typeof value === 'number') return String(value)
  return typeof value === 'string' ? value : undefined
}

function wishOf({ name, kind }: Setting): string {
  if (kind === 'flag') return 'it is true or false'
  if (kind === 'list') return 'it is a text or a list of texts'
  if (name === 'timeout') return 'it is a number'
  return name === 'arguments' ? 'it is an object' : 'it is a text'
}

function show({ goesTo }: Setting, value: Json | undefined): string {
  return goesTo === 'secrets' ? '(not shown)' : JSON.stringify(value)
}

function parseExpectation(value: Json | undefined, target: string): Expectation {
  if (value === undefined) return {}
  const place = `${target}.expect`
  const expect = requireObject(value, place)
  const { status, cause, rules, ...rest } = expect
  const stranger = Object.keys(rest)[0]
  if (stranger !== undefined) throw new UsageError(`${place}.${stranger}: there is no such member`)
  return {
    ...(status !== undefined && { status: requireStatus(status, place) }),
    ...(cause !== undefined && {
      cause: cause === null ? null : requireCode(cause, `${place}.cause`),
    }),
    ...(rules !== undefined && { rules: requireCodes(rules, `${place}.rules`) }),
  }
}

function requireStatus(value: Json, place: string) {
  const status = STATUSES.find((each) => each === value)
  if (status !== undefined) return status
  const seen = JSON.stringify(value)
  throw new UsageError(`${place}.status ${seen}: it is one of ${STATUSES.join(', ')}`)
}

function requireCodes(value: Json, place: string): readonly string[] {
  if (isJsonArray(value)) return value.map((each, index) => requireCode(each, `${place}[${index}]`))
  throw new UsageError(`${place} ${JSON.stringify(value)}: it is a list of codes`)
}

function requireCode(value: Json, place: string): string {
  if (typeof value === 'string' && /^[A-Z]+-\d+$/.test(value)) return value
  throw new UsageError(`${place} ${JSON.stringify(value)}: it is a rule's code, as in "PRM-07"`)
}

function requireObject(value: Json, place: string): JsonObject {
  if (isJsonObject(value)) return value
  throw new UsageError(`${place} ${JSON.stringify(value)}: it is an object`)
}

function requireText(object: JsonObject, key: string, place: string): string {
  const value = object[key]
  if (value === undefined) throw new UsageError(`${place}.${key} is missing`)
  if (typeof value === 'string' && value.trim() !== '') return value
  throw new UsageError(`${place}.${key} ${JSON.stringify(value)}: it is a text`)
}

/** Two names of one file: on some systems capital and small letters are the same there. */
function refuseTwins(targets: readonly Target[]): void {
  const places = new Map<string, number>()
  for (const [index, { name }] of targets.entries()) {
    const file = toFileName(name).toLowerCase()
    const first = places.get(file)
    if (first !== undefined) {
      const twin = JSON.stringify(targets[first]?.name)
      throw new UsageError(
        `targets[${index}].name ${JSON.stringify(name)}: targets[${first}] is called ${twin}, and both would write ${file}.run.json`,
      )
    }
    places.set(file, index)
  }
}

function toCamelCase(name: string): string {
  return name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
}
