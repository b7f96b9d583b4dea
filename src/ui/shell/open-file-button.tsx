import { type ChangeEvent, useRef } from 'react'
import type { Controls, Refusal } from '../controls.ts'
import { Button } from '../parts/button.tsx'

type OpenFileButtonProps = {
  readonly controls: Controls
  readonly onRefused: (refusal: Refusal) => void
}

/** Opens a run file from this machine. The file stays on it. */
export function OpenFileButton({ controls, onRefused }: OpenFileButtonProps) {
  const input = useRef<HTMLInputElement>(null)
  function open(event: ChangeEvent<HTMLInputElement>) {
    const file = event.currentTarget.files?.[0]
    event.currentTarget.value = ''
    if (file) void controls.openFile(file).then(onRefused)
  }
  return (
    <>
      <Button kind="quiet" onClick={() => input.current?.click()}>
        Open a file…
      </Button>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        aria-label="Run file"
        tabIndex={-1}
        onChange={open}
        className="hidden"
      />
    </>
  )
}
