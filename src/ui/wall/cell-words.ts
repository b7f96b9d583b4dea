import { toMoment, sayClients } from './story.ts'
import type { CellState, WallCell } from './wall-rows.ts'

/** What a cell shows: a mark and two short words. */
export type CellWords = {
  readonly first: string
  readonly second: string
  /** The whole of it as one sentence, for those who hear it. */
  readonly spoken: string
}

const STATES: { readonly [state in CellState]: string } = {
  passed: 'passed',
  failed: 'failed',
  stopped: 'stopped',
  'not-run': 'not run',
}

/** The words of a cell. */
export function toCellWords(cell: WallCell, name: string): CellWords {
  const { status, step, cause, summary, tools, asExpected } = cell.target
  const where = step === null ? '' : step.replaceAll('-', ' ')
  const { day, time } = toMoment(cell.at)
  const isOdd = asExpected !== (status === 'passed')
  return {
    first: status === 'passed' ? sayTools(tools) : (cause ?? STATES[status]),
    second: status === 'passed' ? '' : where,
    spoken: [
      `${name}, ${day} ${time}: ${STATES[status]}`,
      isOdd && (asExpected ? 'as expected' : 'not as expected'),
      status !== 'passed' && where !== '' && `at ${where}`,
      cause,
      summary,
      cell.lost.length > 0 && `${sayClients(cell.lost)} no longer gets in`,
      cell.gained.length > 0 && `${sayClients(cell.gained)} gets in now`,
    ]
      .filter((word) => typeof word === 'string')
      .join(', '),
  }
}

function sayTools(count: number): string {
  return `${count} ${count === 1 ? 'tool' : 'tools'}`
}
