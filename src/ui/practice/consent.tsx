import { type FormEvent, useEffect, useState } from 'react'
import type { ConsentQuestion, Controls } from '../controls.ts'
import { Button } from '../parts/button.tsx'
import { KeyValues } from '../parts/key-values.tsx'
import { Tag } from '../parts/tag.tsx'

type Asked = Extract<ConsentQuestion, { kind: 'ask' }>

/** The consent page of a practice authorization server that runs inside the page. */
export function Consent({ controls }: { controls: Controls }) {
  const url = controls.query.get('consent') ?? ''
  const [request, setRequest] = useState<ConsentQuestion | null>(null)
  useEffect(() => {
    let left = false
    void controls.askConsent(url).then((answer) => {
      if (left) return
      if (answer.kind === 'redirect') location.replace(answer.location)
      else setRequest(answer)
    })
    return () => {
      left = true
    }
  }, [controls, url])
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-130 flex-col justify-center gap-4 px-5 py-10">
      <p>
        <Tag>practice authorization server, inside this page</Tag>
      </p>
      {request?.kind === 'refused' && (
        <>
          <h1 className="text-verdict font-semibold">This request cannot be granted</h1>
          <p className="text-ink-2">{request.says}</p>
        </>
      )}
      {request?.kind === 'ask' && <Question request={request} issuer={hostOf(url)} />}
    </main>
  )
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url
}

function Question({ request, issuer }: { request: Asked; issuer: string }) {
  const [sent, setSent] = useState(false)
  function leave(answer: Promise<string>) {
    setSent(true)
    void answer.then((target) => location.assign(target))
  }
  function allow(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const granted = new FormData(event.currentTarget).getAll('scope')
    leave(request.allow(request.scopes.filter((scope) => granted.includes(scope))))
  }
  return (
    <form onSubmit={allow} className="flex flex-col gap-5">
      <h1 className="text-verdict font-semibold tracking-tight wrap-anywhere">
        {request.clientName} asks for access at {issuer}
      </h1>
      <fieldset className="flex flex-col gap-1">
        <legend className="pb-1 font-medium">
          {request.scopes.length > 0 ? 'What it may do' : 'It asks for no scope'}
        </legend>
        {request.scopes.map((scope) => (
          <label key={scope} className="flex min-h-6 items-center gap-2">
            <input
              type="checkbox"
              name="scope"
              value={scope}
              defaultChecked
              className="accent-accent size-4"
            />
            <span className="text-row font-mono">{scope}</span>
          </label>
        ))}
      </fieldset>
      <KeyValues
        entries={[
          { key: 'client id', value: request.clientId },
          { key: 'for', value: request.resource ?? 'no resource named' },
          { key: 'answer goes to', value: request.redirectUri },
        ]}
      />
      <div className="flex gap-2">
        <Button kind="primary" type="submit" disabled={sent}>
          Allow
        </Button>
        <Button disabled={sent} onClick={() => leave(request.deny())}>
          Deny
        </Button>
      </div>
    </form>
  )
}
