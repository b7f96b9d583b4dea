import { type KeyboardEvent, useState } from 'react'
import type { Controls } from '../controls.ts'
import { Button } from '../parts/button.tsx'
import { Field, TextInput } from '../parts/field.tsx'

/** The relay that this page knows, or the field that takes one. */
export function RelayField({ controls }: { controls: Controls }) {
  const relay = controls.useRelay()
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  if (relay.kind === 'looking') return null
  if (relay.kind === 'available') {
    return <p className="text-row text-ink-2">A relay answers at {relay.address}.</p>
  }
  function take() {
    void controls.setRelay(text.trim()).then(setProblem)
  }
  // The field stands inside the form of the walk, and Enter here must not start one.
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter') return
    event.preventDefault()
    take()
  }
  return (
    <div className="flex items-start gap-2">
      <div className="min-w-0 flex-1">
        <Field
          label="Relay"
          hint="For servers that no page may read. npm run relay starts one and prints the line to paste here."
          problem={problem ?? undefined}
        >
          {(described) => (
            <TextInput
              {...described}
              placeholder="http://localhost:4290/relay#…"
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
              onKeyDown={onKeyDown}
            />
          )}
        </Field>
      </div>
      <Button className="mt-6" disabled={text.trim() === ''} onClick={take}>
        Use
      </Button>
    </div>
  )
}
