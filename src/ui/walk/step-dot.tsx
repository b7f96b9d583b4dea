import type { StepMark } from './walk-steps.ts'

const LOOKS: { readonly [mark in StepMark]: { sign: string; look: string; words: string } } = {
  passed: { sign: '✓', look: 'bg-pass-soft text-pass', words: 'passed' },
  warned: { sign: '!', look: 'bg-warning-soft text-warning', words: 'passed with warnings' },
  flawed: { sign: '!', look: 'bg-error-soft text-error', words: 'passed with errors' },
  failed: { sign: '✕', look: 'bg-error text-surface', words: 'failed' },
  waiting: { sign: '…', look: 'bg-note text-surface', words: 'waits for you' },
  running: {
    sign: '',
    look: 'border-2 border-accent border-r-transparent animate-turn',
    words: 'running',
  },
  skipped: { sign: '–', look: 'bg-unknown-soft text-ink-3', words: 'not needed' },
  pending: { sign: '', look: 'border-[1.5px] border-line-strong', words: 'not reached' },
}

/** How a step stands, as a small disc with a sign, and in words for who does not see it. */
export function StepDot({ mark }: { mark: StepMark }) {
  const { sign, look, words } = LOOKS[mark]
  return (
    <span
      className={`mt-0.5 grid size-4 place-items-center rounded-full text-[10px] leading-none font-semibold ${look}`}
    >
      <span aria-hidden="true">{sign}</span>
      <span className="sr-only">{words}</span>
    </span>
  )
}
