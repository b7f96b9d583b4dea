import type { RunAddress } from '../../state/place.ts'
import { Button } from '../parts/button.tsx'
import type { WallFilter, WallRow } from './wall-rows.ts'

type WallToolsProps = {
  readonly rows: readonly WallRow[]
  readonly filter: WallFilter
  readonly onFilter: (filter: WallFilter) => void
  readonly search: string
  readonly onSearch: (search: string) => void
  /** The runs chosen for a comparison; null while nobody chooses. */
  readonly chosen: readonly RunAddress[] | null
  readonly onChoosing: (choosing: boolean) => void
}

const FILTERS = [
  { filter: 'all', label: 'all', tone: 'text-ink-2' },
  { filter: 'failed', label: 'failed', tone: 'text-error' },
  { filter: 'stopped', label: 'stopped', tone: 'text-warning' },
  { filter: 'not-run', label: 'not run', tone: 'text-ink-2' },
  { filter: 'passed', label: 'passed', tone: 'text-pass' },
] as const satisfies readonly { filter: WallFilter; label: string; tone: string }[]

/** How many servers stand how; a press shows those alone. Beside it the search, and choosing two runs. */
export function WallTools(props: WallToolsProps) {
  const { rows, filter, onFilter, search, onSearch, chosen, onChoosing } = props
  return (
    <div className="border-line flex flex-wrap items-center gap-x-3 gap-y-2 border-b px-3.5 py-2">
      <fieldset
        aria-label="Servers by their newest run"
        className="m-0 -mx-1 flex min-w-0 flex-wrap border-0 p-0"
      >
        {FILTERS.map((each) => (
          <button
            key={each.filter}
            type="button"
            aria-pressed={filter === each.filter}
            onClick={() => onFilter(each.filter)}
            className="hover:bg-sunken aria-pressed:bg-accent-soft inline-flex h-8 items-center gap-1.5 rounded-lg px-2 whitespace-nowrap"
          >
            <span className={`font-semibold tabular-nums ${each.tone}`}>
              {count(rows, each.filter)}
            </span>
            <span className="text-row text-ink-2">{each.label}</span>
          </button>
        ))}
      </fieldset>
      <input
        type="search"
        aria-label="Search by name or address"
        placeholder="Search name or address"
        value={search}
        onChange={(event) => onSearch(event.currentTarget.value)}
        className="border-line bg-surface text-row h-8 w-52 min-w-40 rounded-lg border px-2.5 max-md:flex-1"
      />
      <Button aria-pressed={chosen !== null} onClick={() => onChoosing(chosen === null)}>
        {chosen === null ? 'Compare…' : 'Cancel'}
      </Button>
      <output className="text-row text-ink-2">
        {chosen?.length === 0 && 'Choose the first run.'}
        {chosen?.length === 1 && 'Choose the run to hold it against.'}
      </output>
    </div>
  )
}

function count(rows: readonly WallRow[], filter: WallFilter): number {
  if (filter === 'all') return rows.length
  return rows.filter(({ latest }) => latest.target.status === filter).length
}
