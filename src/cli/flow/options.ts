import { parseArgs, type ParseArgsConfig } from 'node:util'
import { findWrongSetting, type Given, isCount, SETTINGS } from './settings.ts'
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
  readonly json: boolean
  readonly headed: boolean
  readonly workers?: number
  /** The folder of published runs that this one is added to. */
  readonly publish?: string
  /** How many runs are kept in that folder. */
  readonly keep?: number
}

export type ParsedFlowOptions =
  | FlowOptions
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly message: string }

const RUNNER = [
  ['--targets FILE', 'many servers, with what is expected of each'],
  ['--out DIR', 'write run documents, HTTP archives and reports (JUnit, SARIF, HTML)'],
  ['--publish DIR', 'add the run documents to a folder that the page shows as a wall of runs'],
  ['--keep N', 'how many runs that folder keeps (default 50)'],
  ['--json', 'the run documents alone on standard output, a line each'],
  ['--workers N', 'how many pages walk at once (default: one a core, at least 2)'],
  ['--headed', 'show the browser'],
  ['--help', 'this text'],
] as const

export const USAGE = `Usage: npm run flow -- <server-url> [options]
       npm run flow -- --targets FILE [options]
${[...SETTINGS.map((setting) => [`--${setting.name} ${setting.value}`, setting.says]), ...RUNNER]
  .map(([option = '', says = '']) => `  ${option.padEnd(26)} ${says}`)
  .join('\n')}
A client secret is read from FLOW_CLIENT_SECRET, a private key from the file in FLOW_PRIVATE_KEY_FILE.
Exit code: 0 all as expected, 1 a target failed or differs, 2 wrong usage, 3 the runner could not work.`

/** Reads the command line. `folder` is the one that paths are meant from. */
export function parseFlowOptions(args: readonly string[], folder: string): ParsedFlowOptions {
  const read = readArguments(args)
  if (typeof read === 'string') return wrong(read)
  const { values, positionals } = read
  if (values['help'] === true) return { kind: 'help' }
  const subject = findSubject(positionals, values['targets'])
  if (typeof subject === 'string') return wrong(subject)
  const given = toGiven(values)
  const fault = findWrongSetting(given)
  if (fault) return wrong(`--${fault.name}${fault.says}`)
  const workers = typeof values['workers'] === 'string' ? values['workers'] : undefined
  const wish = workers === undefined ? undefined : isCount(workers)
  if (wish !== undefined) return wrong(`--workers ${workers}: ${wish}`)
  const { out, publish } = values
  if (out === '') return wrong('--out: it is empty')
  if (publish === '') return wrong('--publish: it is empty')
  const keep = typeof values['keep'] === 'string' ? values['keep'] : undefined
  if (keep !== undefined && publish === undefined) return wrong('--keep: there is no --publish')
  const few = keep === undefined ? undefined : isCount(keep)
  if (few !== undefined) return wrong(`--keep ${keep}: ${few}`)
  return {
    kind: 'options',
    subject,
    given: withPathsFrom(given, folder),
    json: values['json'] === true,
    headed: values['headed'] === true,
    ...(typeof out === 'string' && { out }),
    ...(workers !== undefined && { workers: Number(workers) }),
    ...(typeof publish === 'string' && { publish }),
    ...(keep !== undefined && { keep: Number(keep) }),
  }
}

type Values = ReturnType<typeof parseArgs>['values']

function findSubject(positionals: readonly string[], file: Values[string]): Subject | string {
  const [server, second] = positionals
  if (second !== undefined) return `Unexpected argument '${second}'`
  if (typeof file === 'string') {
    if (server !== undefined) return `--targets ${file}: give a server or a file, not both`
    return file === '' ? '--targets: it is empty' : { kind: 'file', path: file }
  }
  if (server === undefined) return 'Give the URL of a server, or a file with --targets'
  const reading = readServer(server)
  return reading.kind === 'wrong' ? reading.says : reading
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
  const options: NonNullable<ParseArgsConfig['options']> = {
    targets: { type: 'string' },
    out: { type: 'string' },
    workers: { type: 'string' },
    publish: { type: 'string' },
    keep: { type: 'string' },
    json: { type: 'boolean' },
    headed: { type: 'boolean' },
    help: { type: 'boolean' },
  }
  for (const { name, kind } of SETTINGS) {
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
