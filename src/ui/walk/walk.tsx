import { Suspense, lazy, useMemo, useState } from 'react'
import {
  ON_DEMAND,
  type OnDemandStep,
  type RunDocument,
  type StepId,
} from '../../protocol/index.ts'
import type { Controls } from '../controls.ts'
import { Button } from '../parts/button.tsx'
import { toDuration } from '../parts/duration.ts'
import { RerunIcon } from '../parts/icons.tsx'
import { StepDot } from './step-dot.tsx'
import { type WalkStep, toWalk } from './walk-steps.ts'

const RerunDialog = lazy(async () => ({
  default: (await import('./rerun-dialog.tsx')).RerunDialog,
}))

type WalkProps = {
  readonly controls: Controls
  readonly document: RunDocument
  /** The step whose exchange is selected. */
  readonly selected: StepId | null
  readonly onSelect: (exchange: string) => void
}

/** All steps, always: what came of each, and what those not reached would do. */
export function Walk({ controls, document, selected, onSelect }: WalkProps) {
  const { steps, onDemand } = useMemo(() => toWalk(document), [document])
  const ended = controls.usePhase() === 'ended'
  const live = controls.useIsLive()
  const [rerun, setRerun] = useState<WalkStep | null>(null)
  const current = steps.find(({ mark }) => mark === 'running' || mark === 'waiting')?.id ?? selected
  return (
    <nav aria-label="The walk" className="bg-surface h-full overflow-auto px-2 py-3">
      <h2 className="text-meta text-ink-3 px-2.5 pt-1 pb-1.5 font-medium">The walk</h2>
      <ol>
        {steps.map((step) => (
          <Step
            key={step.id}
            step={step}
            current={step.id === current}
            selected={step.id === selected}
            onSelect={onSelect}
            onRerun={ended && live && step.id !== 'callback' ? () => setRerun(step) : null}
          />
        ))}
      </ol>
      {onDemand.length > 0 && (
        <div className="border-line mt-2.5 border-t pt-2">
          <h2 className="text-meta text-ink-3 px-2.5 pt-1 pb-1.5 font-medium">On demand</h2>
          <ul>
            {onDemand.map((step) => (
              <OnDemand
                key={step.id}
                step={step}
                selected={step.id === selected}
                onSelect={onSelect}
                onRun={
                  ended && live && document.outcome.status === 'passed'
                    ? controls.runOnDemand
                    : null
                }
              />
            ))}
          </ul>
        </div>
      )}
      <Suspense>
        {rerun && (
          <RerunDialog
            controls={controls}
            document={document}
            step={rerun}
            onClose={() => setRerun(null)}
          />
        )}
      </Suspense>
    </nav>
  )
}

type StepProps = {
  readonly step: WalkStep
  readonly current: boolean
  readonly selected: boolean
  readonly onSelect: (exchange: string) => void
  readonly onRerun: (() => void) | null
}

function Step({ step, current, selected, onSelect, onRerun }: StepProps) {
  return (
    <li
      aria-current={current ? 'step' : undefined}
      className="group after:bg-line relative after:absolute after:top-6.5 after:-bottom-1.5 after:left-4.25 after:w-px last:after:hidden"
    >
      <StepButton step={step} selected={selected} onSelect={onSelect} />
      {onRerun && (
        <Button
          kind="quiet"
          onClick={onRerun}
          aria-label={`Rerun from ${step.title.toLowerCase()}…`}
          title={`Rerun from ${step.title.toLowerCase()}…`}
          className={`bg-surface absolute top-1 right-1.5 h-7 group-hover:opacity-100 focus-visible:opacity-100 ${selected ? 'opacity-0 max-md:opacity-100' : 'opacity-0 max-md:hidden'}`}
        >
          <RerunIcon />
          <span className="text-row">Rerun</span>
        </Button>
      )}
    </li>
  )
}

type StepButtonProps = Pick<StepProps, 'step' | 'selected' | 'onSelect'>

function StepButton({ step, selected, onSelect }: StepButtonProps) {
  const { exchange, mark } = step
  const reached = mark !== 'pending' && mark !== 'skipped'
  return (
    <button
      type="button"
      aria-disabled={exchange === null}
      onClick={() => exchange !== null && onSelect(exchange)}
      className={`grid w-full grid-cols-[16px_minmax(0,1fr)_auto] gap-x-3 rounded-lg px-2.5 py-1.5 text-left ${selected ? 'bg-accent-soft forced-colors:outline-2 forced-colors:outline-offset-[-2px]' : 'enabled:hover:bg-sunken aria-disabled:cursor-default aria-disabled:hover:bg-transparent'} ${reached ? '' : 'text-ink-3'}`}
    >
      <StepDot mark={mark} />
      <span className={reached ? 'font-medium' : ''}>{step.title}</span>
      <span className="text-meta text-ink-3 pt-0.5 font-mono">
        {step.duration !== null && toDuration(step.duration)}
      </span>
      {step.summary !== '' && (
        <span className="text-meta text-ink-3 col-start-2 col-end-4 truncate" title={step.summary}>
          {step.summary}
        </span>
      )}
    </button>
  )
}

type OnDemandProps = StepButtonProps & {
  readonly onRun: ((step: OnDemandStep) => void) | null
}

function OnDemand({ step, selected, onSelect, onRun }: OnDemandProps) {
  const wanted = ON_DEMAND.find((id) => id === step.id)
  const shown = {
    ...step,
    summary: step.mark === 'pending' ? '' : step.summary,
    duration: onRun ? null : step.duration,
  }
  return (
    <li className="relative">
      <StepButton step={shown} selected={selected} onSelect={onSelect} />
      {onRun && wanted && (
        <Button
          kind="quiet"
          onClick={() => onRun(wanted)}
          aria-label={`Run ${step.title.toLowerCase()}`}
          className="absolute top-0.5 right-1.5 h-7"
        >
          Run
        </Button>
      )}
    </li>
  )
}
