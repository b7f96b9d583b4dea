// A separator that is moved is a widget, and hr is only a line.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import { type KeyboardEvent, type PointerEvent, useRef } from 'react'

type SplitterProps = {
  readonly label: string
  /** The size of the pane that it sets, in pixels. */
  readonly value: number
  readonly min: number
  readonly max: number
  /** On which side of the line that pane lies. */
  readonly pane: 'before' | 'after'
  readonly onChange: (value: number) => void
}

const STEP = 16

/** The line between two panes: dragged, or moved by arrow keys, Home and End. Twice as wide to the pointer as to the eye. */
export function Splitter({ label, value, min, max, pane, onChange }: SplitterProps) {
  const drag = useRef<{ x: number; value: number } | null>(null)
  const direction = pane === 'before' ? 1 : -1
  const change = (next: number) => onChange(Math.round(Math.min(max, Math.max(min, next))))

  function onKeyDown(event: KeyboardEvent) {
    const next = keyTarget(event.key, { value, min, max, step: STEP * direction })
    if (next === undefined) return
    event.preventDefault()
    change(next)
  }
  function onPointerDown(event: PointerEvent<HTMLDivElement>) {
    event.currentTarget.setPointerCapture(event.pointerId)
    drag.current = { x: event.clientX, value }
  }
  function onPointerMove(event: PointerEvent) {
    const { current } = drag
    if (current) change(current.value + (event.clientX - current.x) * direction)
  }
  return (
    <div className="bg-line relative w-px">
      <div
        role="separator"
        aria-orientation="vertical"
        aria-label={label}
        aria-valuenow={value}
        aria-valuemin={min}
        aria-valuemax={max}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={() => (drag.current = null)}
        className="hover:after:bg-accent absolute inset-y-0 -left-1.5 z-10 w-3 cursor-col-resize touch-none after:absolute after:inset-y-0 after:left-1.5 after:w-px hover:after:w-0.5"
      />
    </div>
  )
}

function keyTarget(
  key: string,
  { value, min, max, step }: { value: number; min: number; max: number; step: number },
): number | undefined {
  if (key === 'ArrowRight') return value + step
  if (key === 'ArrowLeft') return value - step
  if (key === 'Home') return min
  return key === 'End' ? max : undefined
}
