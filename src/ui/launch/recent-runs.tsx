import type { PreviousRun } from '../controls.ts'
import { Button } from '../parts/button.tsx'
import { toAge } from '../parts/duration.ts'
import { CloseIcon } from '../parts/icons.tsx'
import { Tag } from '../parts/tag.tsx'

type RecentRunsProps = {
  readonly runs: readonly PreviousRun[]
  readonly now: number
  readonly onOpen: (id: string) => void
  readonly onForget: (id: string) => void
}

const TONES = { passed: 'pass', failed: 'error', stopped: 'warning' } as const

/** Runs that this browser remembers, newest first. */
export function RecentRuns({ runs, now, onOpen, onForget }: RecentRunsProps) {
  if (runs.length === 0) return null
  return (
    <section aria-labelledby="recent-title">
      <h2 id="recent-title" className="text-row text-ink-3 pb-1 font-medium">
        Recent runs
      </h2>
      <ul className="-mx-3">
        {runs.map((run) => (
          <li key={run.id} className="hover:bg-surface flex items-center gap-1 rounded-lg">
            <button
              type="button"
              onClick={() => onOpen(run.id)}
              className="grid min-w-0 flex-1 grid-cols-[64px_minmax(0,1fr)_auto] items-center gap-x-3 px-3 py-1.5 text-left"
            >
              <span>
                <Tag tone={TONES[run.status]}>{run.status}</Tag>
              </span>
              <span className="text-row truncate font-mono">{run.server}</span>
              <span className="text-row text-ink-3">{toAge(run.startedAt, now)}</span>
              <span className="text-row text-ink-2 col-start-2 col-end-4 truncate">
                {run.summary}
              </span>
            </button>
            <Button
              kind="icon"
              aria-label={`Forget the run of ${run.server}`}
              onClick={() => onForget(run.id)}
            >
              <CloseIcon />
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
