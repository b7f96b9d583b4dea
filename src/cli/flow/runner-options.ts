import { type Check, isCount } from './settings.ts'
import { checkShard } from './shards/shard.ts'

/** An option that concerns the whole work of the runner, and stands on the command line only. */
export type RunnerOption = {
  readonly name: string
  readonly kind: 'text' | 'flag'
  /** What stands for the value in the usage. */
  readonly value: string
  readonly says: string
  readonly check: Check
  /** Another option without which this one means nothing. */
  readonly needs?: string
}

/** The options of the runner in the order of the usage. */
export const RUNNER: readonly RunnerOption[] = [
  text('targets FILE', 'many servers, with what is expected of each'),
  text('out DIR', 'write run documents, HTTP archives and reports (JUnit, SARIF, HTML)'),
  text('baseline DIR', 'compare with the run documents that are kept there'),
  {
    ...flag('update', 'keep the runs that differ from the baseline, or are new'),
    needs: 'baseline',
  },
  text('publish DIR', 'add the run documents to a folder that the page shows as a wall of runs'),
  { ...text('keep N', 'how many runs that folder keeps (default 50)', isCount), needs: 'publish' },
  { ...text('shard I/N', 'walk the I-th of N parts of the file', checkShard), needs: 'targets' },
  flag('merge', 'make one output of those of several shards: --merge DIR DIR --out DIR'),
  flag('json', 'the run documents alone on standard output, a line each'),
  text('workers N', 'how many pages walk at once (default: one a core, at least 2)', isCount),
  {
    ...flag('trace', 'keep Playwright traces of trouble, which hold secrets: for your eyes only'),
    needs: 'out',
  },
  flag('headed', 'show the browser'),
  flag('help', 'this text'),
]

/** What was written for these options. */
export type Values = Readonly<Record<string, unknown>>

/** The first value that cannot be, as a sentence. */
export function findWrongRunnerOption(values: Values): string | undefined {
  for (const { name, check, needs } of RUNNER) {
    const value = values[name]
    if (value === undefined) continue
    if (value === '') return `--${name}: it is empty`
    if (needs !== undefined && values[needs] === undefined) {
      return `--${name}: there is no --${needs}`
    }
    if (typeof value !== 'string') continue
    const wish = check(value)
    if (wish !== undefined) return `--${name} ${value}: ${wish}`
  }
  return undefined
}

/** An option is written as in the usage: its name, and what stands for the value. */
function text(option: string, says: string, check: Check = () => undefined): RunnerOption {
  const [name = '', value = ''] = option.split(' ')
  return { name, kind: 'text', value, says, check }
}

function flag(name: string, says: string): RunnerOption {
  return { ...text(name, says), kind: 'flag' }
}
