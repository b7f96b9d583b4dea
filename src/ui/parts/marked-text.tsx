import type { Stretch } from './difference.ts'

const TONES = {
  error: 'border-error bg-error-soft text-error',
  warning: 'border-warning bg-warning-soft text-warning',
  note: 'border-note bg-note-soft text-note',
} as const

type MarkedTextProps = {
  readonly stretches: readonly Stretch[]
  readonly tone?: keyof typeof TONES
}

/** A string with some of its characters marked. Spaces at the ends of a mark are made visible. */
export function MarkedText({ stretches, tone = 'error' }: MarkedTextProps) {
  return (
    <span className="wrap-anywhere whitespace-pre-wrap">
      {stretches.map(({ text, same }, index) =>
        same ? (
          <span key={index}>{text}</span>
        ) : (
          <mark key={index} className={`rounded-xs border-b-2 px-0.5 ${TONES[tone]}`}>
            {text.replaceAll(/^ +| +$/g, (spaces) => '␣'.repeat(spaces.length))}
          </mark>
        ),
      )}
    </span>
  )
}
