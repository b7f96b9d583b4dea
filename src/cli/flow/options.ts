import { parseArgs, type ParseArgsConfig } from 'node:util'
import { findWrongRunnerOption, RUNNER, type Values } from './runner-options.ts'
import { findWrongSetting, type Given, SETTINGS } from './settings.ts'
import { readServer, withPathsFrom } from './target.ts'

/** What is to be walked: one server, or those of a file. */
export type Subject =
  | { readonly kind: 'server'; readonly url: string; readonly note?: string }
  | { readonly kind: 'file'; readonly path: string }

export type FlowOptions = {
  readonly kind: 'options'
  readonly subject: Subject
  /** Settings from the command line; for a file, what its targets do not say themselves. */
  readonly given: Given
  readonly out?: string
  /** The folder of run documents to compare with. */
  readonly baseline?: string
  /** What differs from the baseline is kept in it. */
  readonly update: boolean
  readonly json: boolean
  /** Playwright traces of walks that had trouble go to `out`. */
  readonly trace: boolean
  readonly headed: boolean
  readonly workers?: number
  /** The part of the targets that is walked here: "2/5". */
  readonly shard?: string
  /** The folder of published runs that this one is added to. */
  readonly publish?: string
  /** How many runs are kept in that folder. */
  readonly keep?: number
}

/** Outputs of shards that become one. */
export type MergeOptions = Pick<FlowOptions, 'out' | 'publish' | 'keep'> & {
  readonly kind: 'merge'
  readonly folders: readonly string[]
}

export type ParsedFlowOptions =
  | FlowOptions
  | MergeOptions
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly message: string }

export const USAGE = `Usage: npm run flow -- <server-url> [options]
       npm run flow -- --targets FILE [options]
       npm run flow -- --merge DIR... --out DIR
${[...SETTINGS, ...RUNNER]
  .map(({ name, value, says }) => `  ${`--${name} ${value}`.padEnd(26)} ${says}`)
  .join('\n')}
A client secret is read from FLOW_CLIENT_SECRET, a private key from the file in FLOW_PRIVATE_KEY_FILE.
Exit code: 0 all as expected, 1 a target failed or differs, 2 wrong usage, 3 the runner could not work.`

/** Reads the command line. `folder` is the one that paths are meant from. */
export function parseFlowOptions(args: readonly string[], folder: string): ParsedFlowOptions {
  const read = readArguments(args)
  if (typeof read === 'string') return wrong(read)
  const { values, positionals } = read
  if (values['help'] === true) return { kind: 'help' }
  const fault = findWrongRunnerOption(values)
  if (fault !== undefined) return wrong(fault)
  if (values['merge'] === true) return toMerge(values, positionals)
  const subject = findSubject(positionals, textOf(values, 'targets'))
  if (typeof subject === 'string') return wrong(subject)
  const given = toGiven(values)
  const wrongSetting = findWrongSetting(given)
  if (wrongSetting) return wrong(`--${wrongSetting.name}${wrongSetting.says}`)
  return {
    kind: 'options',
    subject,
    given: withPathsFrom(given, folder),
    json: values['json'] === true,
    headed: values['headed'] === true,
    trace: values['trace'] === true,
    update: values['update'] === true,
    ...pick(['out', 'baseline', 'publish', 'shard'], (name) => textOf(values, name)),
    ...pick(['workers', 'keep'], (name) => numberOf(values, name)),
  }
}

function toMerge(values: Values, folders: readonly string[]): ParsedFlowOptions {
  if (folders.length === 0) return wrong('--merge: give the folders that are to become one')
  return {
    kind: 'merge',
    folders,
    ...pick(['out', 'publish'], (name) => textOf(values, name)),
    ...pick(['keep'], (name) => numberOf(values, name)),
  }
}

function findSubject(positionals: readonly string[], file: string | undefined): Subject | string {
  const [server, second] = positionals
  if (second !== undefined) return `Unexpected argument '${second}'`
  if (file !== undefined) {
    if (server !== undefined) return `--targets ${file}: give a server or a file, not both`
    return { kind: 'file', path: file }
  }
  if (server === undefined) return 'Give the URL of a server, or a file with --targets'
  const reading = readServer(server)
  return reading.kind === 'wrong' ? reading.says : reading
}

function textOf(values: Values, name: string): string | undefined {
  const value = values[name]
  return typeof value === 'string' ? value : undefined
}

function numberOf(values: Values, name: string): number | undefined {
  const text = textOf(values, name)
  return text === undefined ? undefined : Number(text)
}

/** Members for the names that have a value, and no others. */
function pick<Name extends string, Value>(
  names: readonly Name[],
  find: (name: Name) => Value | undefined,
): { readonly [name in Name]?: Value } {
  const found: { [name in Name]?: Value } = {}
  for (const name of names) {
    const value = find(name)
    if (value !== undefined) found[name] = value
  }
  return found
}

function toGiven(values: Values): Given {
  const given = new Map<string, string | true | readonly string[]>()
  for (const { name } of SETTINGS) {
    const value = values[name]
    if (Array.isArray(value)) given.set(name, value.map(String))
    else if (typeof value === 'string' || value === true) given.set(name, value)
  }
  return given
}

function readArguments(args: readonly string[]) {
  const options: NonNullable<ParseArgsConfig['options']> = {}
  for (const { name, kind } of [...RUNNER, ...SETTINGS]) {
    options[name] = { type: kind === 'flag' ? 'boolean' : 'string', multiple: kind === 'list' }
  }
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (error) {
    // parseArgs throws TypeErrors only, and its first sentence names the option.
    if (!(error instanceof TypeError)) throw error
    return error.message.split(/\. |\.?\n/, 1).join('')
  }
}

function wrong(message: string): ParsedFlowOptions {
  return { kind: 'wrong', message }
}
