import type { WallCell, WallRow } from './wall-rows.ts'

/** What became of a target over the runs, in words. */
export type Story = {
  /** "Broke on 4 January", "Passes since 2 January". */
  readonly headline: string
  /** Why, where something is wrong. */
  readonly why: string | null
  /** "for 3 runs". */
  readonly span: string
  /** The last run that was well and the first that was not, to be held against each other. */
  readonly change: { readonly good: WallCell; readonly bad: WallCell } | null
}

/** Tells a row's story as of its newest run. */
export function toStory(row: WallRow): Story {
  const cells = row.cells.filter((cell) => cell !== null)
  const isWell = row.latest.target.asExpected
  const turn = cells.findLastIndex(({ target }) => target.asExpected !== isWell)
  const [first = row.latest] = cells.slice(turn + 1)
  const count = cells.length - turn - 1
  const span = turn === -1 ? `in all ${count} runs` : `for ${count} ${count === 1 ? 'run' : 'runs'}`
  const before = cells[turn]
  return {
    headline: isWell ? sayWell(row.latest, first, turn) : sayBroken(row.latest, first, turn),
    why: isWell ? null : sayWhy(first, row.latest),
    span: cells.length === 1 ? 'in 1 run' : span,
    change: !isWell && before ? { good: before, bad: first } : null,
  }
}

function sayWell({ target }: WallCell, first: WallCell, turn: number): string {
  const since = turn === -1 ? '' : ` since ${toDay(first.at)}`
  return target.status === 'passed'
    ? `Passes${since}`
    : `${WORDS[target.status]} as expected${since}`
}

function sayBroken({ target }: WallCell, first: WallCell, turn: number): string {
  if (target.status === 'passed') return 'Passes, which is not expected'
  const isAway = target.status === 'not-run'
  if (turn === -1) return isAway ? 'Never run' : 'Never passed'
  return `${isAway ? 'Not run since' : 'Broke on'} ${toDay(first.at)}`
}

const WORDS = { passed: 'Passes', failed: 'Fails', stopped: 'Stops', 'not-run': 'Not run' }

/** The cause at the break, and the one of now when it is another. */
function sayWhy(first: WallCell, latest: WallCell): string | null {
  const now = latest.target
  if (now.cause === first.target.cause && now.status === first.target.status) return now.summary
  return [first.target.summary, now.summary === null ? null : `Now: ${now.summary}`]
    .filter((sentence) => sentence !== null)
    .join(' ')
}

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' })
const SHORT_DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' })
const TIME = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })

/** "4 January". */
export function toDay(at: number): string {
  return DAY.format(at)
}

/** "4 Jan" and "03:00", for the head of a column. */
export function toMoment(at: number): { readonly day: string; readonly time: string } {
  return { day: SHORT_DAY.format(at), time: TIME.format(at) }
}

/** "ChatGPT and 2 more". */
export function sayClients(names: readonly string[]): string {
  const [first = '', second = ''] = names
  if (names.length < 2) return first
  return names.length === 2 ? `${first} and ${second}` : `${first} and ${names.length - 1} more`
}

/** The same in a cell, where there is no room for a second name: "2 clients". */
export function countClients(names: readonly string[]): string {
  return names.length === 1 ? (names[0] ?? '') : `${names.length} clients`
}
