import { type ReactNode, useEffect, useRef } from 'react'
import type { Severity } from '../../protocol/index.ts'

const LOOKS = {
  error: 'bg-error-soft shadow-[inset_2px_0_var(--error)] forced-colors:border-l-4',
  warning: 'bg-warning-soft shadow-[inset_2px_0_var(--warning)] forced-colors:border-l-4',
  note: 'bg-note-soft shadow-[inset_2px_0_var(--note)] forced-colors:border-l-4',
} as const

type EvidenceTargetProps = {
  readonly severity: Severity | null
  /** True when the person jumped to this place: it comes into sight. */
  readonly aimed: boolean
  readonly className?: string
  readonly children: ReactNode
}

/** A place that may prove a finding: marked if it does, and scrolled to when it is aimed at. */
export function EvidenceTarget({ severity, aimed, className = '', children }: EvidenceTargetProps) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (aimed) place.current?.scrollIntoView({ block: 'center' })
  }, [aimed])
  return (
    <div
      ref={place}
      className={`${className} ${severity ? `-mx-2 rounded-xs px-2 ${LOOKS[severity]}` : ''}`}
    >
      {children}
    </div>
  )
}
