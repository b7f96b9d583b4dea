import { useId } from 'react'
import { Button } from '../parts/button.tsx'
import type { Launch, Said } from './use-launch.ts'

const INPUTS = { large: 'h-11 px-4 text-title', bar: 'h-8 px-2.5 text-body' } as const
const BUTTONS = { large: 'h-11 px-5', bar: '' } as const

type Size = keyof typeof INPUTS

type AddressInputProps = {
  readonly launch: Launch
  readonly size: Size
  readonly saidId: string
}

/** The address field. Belongs inside a form whose onSubmit is the launch's. */
export function AddressInput({ launch, size, saidId }: AddressInputProps) {
  const id = useId()
  return (
    <>
      <label htmlFor={id} className="sr-only">
        Address of the MCP server
      </label>
      <input
        id={id}
        type="text"
        inputMode="url"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        // The page opens for this field and nothing else; the address bar of a run does not take the focus.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus={size === 'large'}
        enterKeyHint="go"
        placeholder={launch.fallback ?? 'https://tools.example/mcp'}
        value={launch.address}
        onChange={(event) => launch.onAddress(event.currentTarget.value)}
        onPaste={launch.onPaste}
        aria-describedby={saidId}
        aria-invalid={launch.said.problem === null ? undefined : true}
        className={`border-line-strong bg-surface aria-invalid:border-error w-full min-w-0 rounded-lg border font-mono ${INPUTS[size]}`}
      />
    </>
  )
}

/** Starts the walk: to the end, or step by step. */
export function LaunchButtons({ size, disabled = false }: { size: Size; disabled?: boolean }) {
  return (
    <>
      <Button
        kind="primary"
        type="submit"
        value="run"
        disabled={disabled}
        className={BUTTONS[size]}
      >
        Run <span aria-hidden="true">⏎</span>
      </Button>
      <Button
        type="submit"
        value="step"
        disabled={disabled}
        className={`${BUTTONS[size]} ${size === 'bar' ? 'max-md:hidden' : ''}`}
      >
        Step
      </Button>
    </>
  )
}

/** What is said about the address: the problem, else what was assumed and what will likely go wrong. */
export function AddressSaid({ said, id }: { said: Said; id: string }) {
  return (
    <div id={id} aria-live="polite" className="text-row flex flex-col gap-0.5 empty:hidden">
      {said.problem !== null && <p className="text-error">{said.problem}</p>}
      {said.problem === null &&
        said.warnings.map((text) => (
          <p key={text} className="text-warning">
            {text}
          </p>
        ))}
      {said.problem === null &&
        said.notes.map((text) => (
          <p key={text} className="text-ink-2">
            {text}
          </p>
        ))}
    </div>
  )
}
