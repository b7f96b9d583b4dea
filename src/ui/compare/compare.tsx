import { useMemo } from 'react'
import { compareRuns } from '../../protocol/compare.ts'
import type { RunDocument } from '../../protocol/index.ts'
import type { Comparison } from '../../state/shown-store.ts'
import type { Controls } from '../controls.ts'
import { Button } from '../parts/button.tsx'
import { Tag } from '../parts/tag.tsx'
import { ThemeButton } from '../shell/theme-button.tsx'
import { toComparedSteps, toHeadline } from './compared-steps.ts'
import { StepDifferences } from './step-differences.tsx'

type CompareProps = { readonly controls: Controls; readonly comparison: Comparison }

/** More requests than this in one run: to lay them side by side would take minutes. */
const MOST = 1500

/** Two runs held against each other: what changed, step by step. */
export function Compare({ controls, comparison }: CompareProps) {
  const place = controls.wall.usePlace()
  const leave = () =>
    place.run === null
      ? controls.wall.leaveComparison()
      : controls.wall.go({ ...place, run: null, beside: null })
  return (
    <div className="flex h-dvh flex-col">
      <header className="border-line bg-surface flex min-h-13 items-center gap-2 border-b px-2 py-2">
        <Button kind="quiet" onClick={leave}>
          ‹ {place.runs === null ? 'Back' : 'Wall of runs'}
        </Button>
        <span className="text-row text-ink-2 min-w-0 flex-1 truncate">Two runs compared</span>
        <ThemeButton controls={controls} />
      </header>
      <main className="bg-surface min-h-0 flex-1 overflow-auto">
        {comparison.some(({ exchanges }) => exchanges.length > MOST) ? (
          <p className="p-5">
            One of these runs has more than {MOST} requests, too many to be held against others.
          </p>
        ) : (
          <Body comparison={comparison} />
        )}
      </main>
    </div>
  )
}

function Body({ comparison }: { readonly comparison: Comparison }) {
  const differences = useMemo(() => compareRuns(...comparison), [comparison])
  const steps = useMemo(() => toComparedSteps(comparison, differences), [comparison, differences])
  const [before, after] = comparison
  return (
    <div className="mx-auto flex w-full max-w-360 flex-col gap-6 p-5 max-md:p-3.5">
      <h1 className="text-verdict max-w-[64ch] font-semibold text-balance wrap-anywhere">
        {toHeadline(comparison, differences.length)}
      </h1>
      <div className="grid grid-cols-2 gap-x-4 max-md:grid-cols-1 max-md:gap-y-3">
        <Run label="Before" document={before} />
        <Run label="Now" document={after} />
      </div>
      {steps.map((step) => (
        <StepDifferences key={step.id ?? 'run'} step={step} />
      ))}
    </div>
  )
}

const TONES = { passed: 'pass', failed: 'error', stopped: 'warning', running: 'plain' } as const
const MOMENT = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })

function Run({ label, document }: { readonly label: string; readonly document: RunDocument }) {
  const { config, outcome, startedAt } = document
  return (
    <section aria-label={label} className="border-line min-w-0 border-t pt-2">
      <p className="text-row text-ink-3 flex flex-wrap items-center gap-x-2">
        <span className="text-ink font-medium">{label}</span>
        <span>{MOMENT.format(startedAt)}</span>
        <Tag tone={TONES[outcome.status]}>{outcome.status}</Tag>
        {outcome.cause !== null && <Tag>{outcome.cause}</Tag>}
      </p>
      <p className="text-row font-mono wrap-anywhere">{config.server}</p>
      <p className="text-ink-2 max-w-[72ch] wrap-anywhere">{outcome.summary}</p>
    </section>
  )
}
