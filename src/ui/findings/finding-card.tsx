import type { ReactNode } from 'react'
import type { DocumentFinding } from '../../protocol/index.ts'
import { CodeBlock } from '../parts/code-block.tsx'
import { CopyButton } from '../parts/copy-button.tsx'
import { Tag } from '../parts/tag.tsx'
import { toLevel, toSide } from '../verdict/verdict-words.ts'
import { Comparison } from '../verdict/verdict.tsx'

const EDGES = {
  error: 'border-l-error',
  warning: 'border-l-warning',
  note: 'border-l-note',
} as const

const SIGNS = { error: 'text-error', warning: 'text-warning', note: 'text-note' } as const

type FindingCardProps = {
  readonly finding: DocumentFinding
  /** Where other places can jump to it. */
  readonly id?: string
  /** The change as other products have it. */
  readonly remedies?: ReactNode
  /** What stands at the foot, such as the ways to the evidence. */
  readonly children?: ReactNode
}

/** One broken rule: what it asks, what was seen, what to change. */
export function FindingCard({ finding, id, remedies, children }: FindingCardProps) {
  const failed = finding.verdict === 'fail'
  return (
    <article
      {...(id !== undefined && { id, tabIndex: -1 })}
      className={`border-line rounded-lg border border-l-3 px-3 py-2.5 ${failed ? EDGES[finding.severity] : 'border-l-line-strong'}`}
    >
      <div className="text-meta text-ink-3 mb-1 flex flex-wrap items-center gap-x-1.5 gap-y-1">
        <Tag tone={failed ? finding.severity : 'plain'}>
          {failed ? finding.severity : 'cannot tell'}
        </Tag>
        <a href={`?rule=${finding.rule}`} className="inline-block min-h-6 content-center">
          {finding.rule}
        </a>{' '}
        · {toLevel(finding.severity)} · {toSide(finding.culprit)}
      </div>
      <h3 className="font-semibold">
        {failed && (
          <span className={SIGNS[finding.severity]}>
            <span aria-hidden="true">✕ </span>
            <span className="sr-only">Not so: </span>
          </span>
        )}
        {finding.title}
      </h3>
      <p className="text-ink-2 mt-0.5 max-w-[88ch] wrap-anywhere">{finding.says}</p>
      {failed && <Comparison finding={finding} />}
      {finding.fix !== null && failed && (
        <p className="mt-1 max-w-[88ch] wrap-anywhere">{finding.fix}</p>
      )}
      {finding.paste && (
        <div className="mt-2">
          <div className="flex items-center justify-between gap-2">
            <span className="text-row text-ink-3 min-w-0">{finding.paste.title}</span>
            <CopyButton
              kind="quiet"
              className="shrink-0"
              label="Copy"
              text={() => finding.paste?.text ?? ''}
            />
          </div>
          <CodeBlock label={finding.paste.title} text={finding.paste.text} />
        </div>
      )}
      {remedies}
      {finding.spec.length > 0 && (
        <p className="text-row mt-1.5 flex flex-wrap gap-x-4">
          {finding.spec.map(({ title, url }) => (
            <a
              key={url}
              href={url}
              target="_blank"
              rel="noreferrer"
              className="inline-flex min-h-6 items-center"
            >
              {title}
            </a>
          ))}
        </p>
      )}
      {children}
    </article>
  )
}
