import { useId } from 'react'
import { Button } from '../parts/button.tsx'
import type { Launch, Said } from './use-launch.ts'

const SIZES = {
  large: { row: 'gap-2', input: 'h-11 px-4 text-title', button: 'h-11 px-5' },
  bar: { row: 'gap-2', input: 'h-8 px-2.5 text-body', button: '' },
} as const

type AddressFormProps = {
  readonly launch: Launch
  readonly size: keyof typeof SIZES
  readonly saidId: string
}

/** The address field with its two buttons. Belongs inside a form whose onSubmit is the launch's. */
export function AddressForm({ launch, size, saidId }: AddressFormProps) {
  const id = useId()
  const look = SIZES[size]
  return (
    <div className={`flex min-w-0 flex-1 ${look.row}`}>
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
        className={`border-line-strong bg-surface aria-invalid:border-error w-full min-w-0 rounded-lg border font-mono ${look.input}`}
      />
      <Button kind="primary" type="submit" value="run" className={look.button}>
        Run <span aria-hidden="true">⏎</span>
      </Button>
      <Button type="submit" value="step" className={`max-md:hidden ${look.button}`}>
        Step
      </Button>
    </div>
  )
}

/** What is said about the address: the problem, else what was assumed and what will likely go wrong. */
export function AddressSaid({ said, id }: { said: Said; id: string }) {
  return (
    <div id={id} aria-live="polite" className="text-row flex flex-col gap-0.5">
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
