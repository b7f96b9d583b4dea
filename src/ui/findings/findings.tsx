import { Suspense, lazy, useEffect, useMemo, useRef } from 'react'
import type { DocumentFinding, Evidence, RunDocument } from '../../protocol/index.ts'
import { LazyKnownBeside } from '../known/lazy-known.tsx'
import { FindingCard } from './finding-card.tsx'
import { groupFindings } from './grouped.ts'
import { Jumps } from './jumps.tsx'

// A finding can be read without its texts: where they cannot be fetched, their place stays empty.
const ForYourStack = lazy(async () => ({
  default: (await import('./for-your-stack.tsx').catch(() => null))?.ForYourStack ?? Nothing,
}))

function Nothing() {
  return null
}

type FindingsProps = {
  readonly document: RunDocument
  /** The rule whose card to turn to. */
  readonly focused: string | null
  readonly onEvidence: (evidence: Evidence) => void
}

/** Every rule that failed, then what cannot be told; what passed is folded. */
export function Findings({ document, focused, onEvidence }: FindingsProps) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (focused === null) return
    const card = list.current?.querySelector<HTMLElement>(`#finding-${focused}`)
    card?.scrollIntoView({ block: 'start' })
    card?.focus({ preventScroll: true })
  }, [focused])
  const { failed, unknown, passed, notApplicable } = useMemo(
    () => groupFindings(document),
    [document],
  )
  return (
    <div className="h-full overflow-auto p-4">
      <div ref={list} className="flex max-w-220 flex-col gap-2">
        <h2 className="sr-only">Findings</h2>
        {failed.length === 0 && (
          <p className="text-ink-2 pb-2">
            {document.outcome.status === 'running' ? 'Nothing found so far.' : 'No rule is broken.'}
          </p>
        )}
        {failed.map((finding) => (
          <FindingCard
            key={finding.rule}
            id={`finding-${finding.rule}`}
            finding={finding}
            remedies={
              <Suspense>
                <ForYourStack finding={finding} document={document} />
              </Suspense>
            }
          >
            <Jumps document={document} evidence={finding.evidence} onEvidence={onEvidence} />
            <LazyKnownBeside document={document} rule={finding.rule} onEvidence={onEvidence} />
          </FindingCard>
        ))}
        <Folded title="Cannot be told" findings={unknown} open />
        <Folded title="Passed" findings={passed} />
        <Folded title="Does not apply" findings={notApplicable} />
      </div>
    </div>
  )
}

type FoldedProps = {
  readonly title: string
  readonly findings: readonly DocumentFinding[]
  readonly open?: boolean
}

function Folded({ title, findings, open = false }: FoldedProps) {
  if (findings.length === 0) return null
  return (
    <details open={open} className="border-line border-t pt-2">
      <summary className="text-ink-2 min-h-6 font-medium">
        {title} <span className="text-ink-3 font-normal">{findings.length}</span>
      </summary>
      <ul className="pt-1 pb-2">
        {findings.map((finding) => (
          <li
            key={finding.rule}
            className="text-row grid grid-cols-[72px_minmax(0,1fr)] gap-x-3 py-1"
          >
            <a href={`?rule=${finding.rule}`} className="text-ink-3 font-mono">
              {finding.rule}
            </a>
            <span>
              {finding.title}
              {finding.says !== '' && (
                <span className="text-ink-3 block max-w-[88ch] wrap-anywhere">{finding.says}</span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
