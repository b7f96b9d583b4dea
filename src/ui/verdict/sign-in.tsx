import { type FormEvent, useState } from 'react'
import type { Controls } from '../controls.ts'
import { Button } from '../parts/button.tsx'
import { CopyButton } from '../parts/copy-button.tsx'
import { Field, TextInput } from '../parts/field.tsx'

/** The three ways to the authorization server and back. */
export function SignIn({ controls, url }: { controls: Controls; url: string }) {
  const [problem, setProblem] = useState<string | null>(null)
  function paste(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const text = new FormData(event.currentTarget).get('address')
    if (typeof text === 'string') setProblem(controls.pasteCallback(text.trim()))
  }
  return (
    <div className="mt-3 flex flex-wrap items-end gap-x-8 gap-y-3">
      <div className="flex flex-wrap gap-2">
        <Button kind="primary" onClick={() => controls.openAuthorization('same-tab')}>
          Sign in here
        </Button>
        <Button onClick={() => controls.openAuthorization('popup')}>In a pop-up</Button>
        <CopyButton label="Copy the address" text={() => url} />
      </div>
      <form onSubmit={paste} className="flex min-w-0 flex-1 basis-80 items-end gap-2">
        <div className="max-w-140 min-w-0 flex-1">
          <Field
            label="Signed in elsewhere? Paste the address you ended on"
            problem={problem ?? undefined}
          >
            {(described) => (
              <TextInput
                {...described}
                name="address"
                required
                inputMode="url"
                placeholder="…/callback.html?code=…&state=…"
              />
            )}
          </Field>
        </div>
        <Button type="submit" className={problem === null ? '' : 'self-center'}>
          Go on
        </Button>
      </form>
    </div>
  )
}
