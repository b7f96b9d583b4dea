import type { ReactNode } from 'react'

const TONES = {
  plain: 'bg-unknown-soft text-ink-2',
  error: 'bg-error-soft text-error',
  warning: 'bg-warning-soft text-warning',
  note: 'bg-note-soft text-note',
  pass: 'bg-pass-soft text-pass',
} as const

export type Tone = keyof typeof TONES

/** A word or two on a tinted ground. The word carries the meaning, the tint repeats it. */
export function Tag({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={`text-meta inline-flex h-4.5 shrink-0 items-center rounded-sm px-1.5 font-medium whitespace-nowrap ${TONES[tone]}`}
    >
      {children}
    </span>
  )
}
