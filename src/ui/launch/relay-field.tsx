import { type KeyboardEvent, useState } from 'react'
import type { Controls } from '../controls.ts'
import { Button } from '../parts/button.tsx'
import { Field, TextInput } from '../parts/field.tsx'

/** The relay of a page that was served without one: whether there is one, and where to paste its address. */
export function RelayField({ controls }: { controls: Controls }) {
  const relay = controls.useRelay()
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const { origin } = new URL(controls.redirectUri)
  if (relay.kind === 'looking' || relay.address?.startsWith(`${origin}/`)) return null

  async function take() {
    const refusal = await controls.setRelay(text)
    setProblem(refusal)
    if (refusal === null) setText('')
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter') return
    // The field stands within the form that starts a walk.
    event.preventDefault()
    void take()
  }
  return (
    <fieldset className="flex min-w-0 flex-col gap-3">
      <legend className="text-row text-ink-3 pb-2 font-medium">Relay</legend>
      <output className="text-row text-ink-2 wrap-anywhere">
        {relay.kind === 'available'
          ? `The relay at ${relay.address} asks where this browser may not read an answer.`
          : 'This page has no relay: a server that lets no page read its answers cannot be walked.'}
      </output>
      <div className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <Field
            label="Address of a relay"
            hint={`What npm run relay -- --allow-origin ${origin} prints. It stays in this tab.`}
            problem={problem ?? undefined}
          >
            {(described) => (
              <TextInput
                {...described}
                value={text}
                inputMode="url"
                placeholder="http://localhost:4290/relay#…"
                onChange={(event) => setText(event.currentTarget.value)}
                onKeyDown={onKeyDown}
              />
            )}
          </Field>
        </div>
        <Button className="mt-6" onClick={() => void take()}>
          Use it
        </Button>
      </div>
    </fieldset>
  )
}
