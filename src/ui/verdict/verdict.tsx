import { type ReactNode, Suspense, lazy } from 'react'
import type { DocumentFinding, Evidence, RunDocument } from '../../protocol/index.ts'
import type { Controls } from '../controls.ts'
import { toEvidenceView } from '../findings/evidence.ts'
import { LazyKnownProvider } from '../known/lazy-known.tsx'
import { Button } from '../parts/button.tsx'
import { CopyButton } from '../parts/copy-button.tsx'
import { findDifference } from '../parts/difference.ts'
import { MarkedText } from '../parts/marked-text.tsx'
import { Tag } from '../parts/tag.tsx'
import { sayForecast, toVerdictWords } from './verdict-words.ts'
import { WaitingFor } from './waiting-for.tsx'

const AnswerForm = lazy(async () => ({
  default: (await import('./answer-form.tsx')).AnswerForm,
}))
const SignIn = lazy(async () => ({ default: (await import('./sign-in.tsx')).SignIn }))
const StepPlan = lazy(async () => ({ default: (await import('./step-plan.tsx')).StepPlan }))

const EDGES = {
  error: 'border-l-error',
  warning: 'border-l-warning',
  note: 'border-l-note',
  pass: 'border-l-pass',
  plain: 'border-l-line-strong',
} as const

/** A sentence with this many characters would take three lines at full size. */
const LONG = 130

type VerdictProps = {
  readonly controls: Controls
  readonly document: RunDocument
  readonly onEvidence: () => void
}

/** One sentence about the run, what proves it, and what can be done now. */
export function Verdict({ controls, document, onEvidence }: VerdictProps) {
  const phase = controls.usePhase()
  const words = toVerdictWords(document, phase)
  const running = phase === 'running'
  function show(evidence: Evidence) {
    controls.setView(toEvidenceView(evidence))
    onEvidence()
  }
  return (
    <section
      aria-labelledby="verdict-title"
      className={`border-b-line bg-surface flex flex-wrap items-center gap-x-6 gap-y-3 border-b border-l-4 py-3.5 pr-5 pl-4.5 ${EDGES[words.tone]}`}
    >
      <div className="min-w-0 flex-1 basis-80 max-lg:basis-full">
        <div className="flex flex-wrap gap-1.5 pb-1">
          {words.tags.map(({ text, tone }) => (
            <Tag key={text} tone={tone}>
              {text}
            </Tag>
          ))}
        </div>
        {running ? (
          <WaitingFor document={document} />
        ) : (
          <h1
            id="verdict-title"
            className={`max-w-[88ch] font-semibold tracking-tight wrap-anywhere ${words.title.length > LONG ? 'text-title' : 'text-verdict'}`}
          >
            {words.title}
          </h1>
        )}
        {!running && words.cause && <Comparison finding={words.cause} />}
        {!running && words.text !== null && words.text !== words.title && (
          <p className="text-ink-2 mt-0.5 max-w-[88ch] wrap-anywhere">{words.text}</p>
        )}
        {!running && <Foretold controls={controls} document={document} />}
        <Suspense>{!running && <Turn controls={controls} document={document} />}</Suspense>
        {!running && <LazyKnownProvider document={document} onEvidence={show} />}
      </div>
      <div className="flex flex-wrap gap-2">
        {running ? (
          <Button onClick={controls.stop}>Cancel</Button>
        ) : (
          <Actions
            controls={controls}
            document={document}
            cause={words.cause}
            onEvidence={onEvidence}
          />
        )}
      </div>
    </section>
  )
}

/** How many real clients get in, and the way to which and why. */
function Foretold({ controls, document }: Pick<VerdictProps, 'controls' | 'document'>) {
  const words = sayForecast(document)
  if (words === null) return null
  return (
    <button
      type="button"
      onClick={() => controls.setView({ panel: 'clients' })}
      className="text-accent mt-0.5 block min-h-6 text-left hover:underline"
    >
      {words}
    </button>
  )
}

type ActionsProps = VerdictProps & { readonly cause: DocumentFinding | null }

function Actions({ controls, document, cause, onEvidence }: ActionsProps) {
  const live = controls.useIsLive()
  const { outcome } = document
  const fix = cause?.paste?.text ?? outcome.fix
  const evidence = cause?.evidence[0]
  return (
    <>
      {live && outcome.canContinue && (
        <Button onClick={controls.continueAnyway}>Continue anyway</Button>
      )}
      {live && outcome.waiting && <Button onClick={controls.stop}>Stop here</Button>}
      {evidence && (
        <Button
          onClick={() => {
            controls.setView(toEvidenceView(evidence))
            onEvidence()
          }}
        >
          Show evidence
        </Button>
      )}
      {fix !== null && outcome.status !== 'passed' && !outcome.waiting && (
        <CopyButton kind="primary" label="Copy the fix" text={() => fix} />
      )}
    </>
  )
}

function Turn({ controls, document }: { controls: Controls; document: RunDocument }): ReactNode {
  const live = controls.useIsLive()
  const { waiting } = document.outcome
  if (!live || !waiting) return null
  switch (waiting.on) {
    case 'authorization':
      return <SignIn controls={controls} url={waiting.url} />
    case 'person':
      return <AnswerForm field={waiting.field} onAnswer={controls.answer} />
    case 'step':
      return (
        <StepPlan key={waiting.step} controls={controls} document={document} step={waiting.step} />
      )
  }
}

/** Two strings that should be the same, with the characters marked that are not. */
export function Comparison({ finding }: { finding: DocumentFinding }) {
  const [left, right] = finding.compare
  if (!left || !right) return null
  const difference = findDifference(left.value, right.value)
  return (
    <div className="@container">
      <dl className="text-body text-ink-2 mt-1 grid grid-cols-[minmax(0,max-content)_minmax(0,1fr)] gap-x-6 font-mono @max-[560px]:grid-cols-1">
        <dt>{left.label}</dt>
        <dd className="text-ink">
          <MarkedText stretches={difference.left} />
        </dd>
        <dt>{right.label}</dt>
        <dd className="text-ink">
          <MarkedText stretches={difference.right} />
        </dd>
      </dl>
    </div>
  )
}
