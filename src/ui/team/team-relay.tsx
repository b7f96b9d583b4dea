import { type FormEvent, useState } from 'react'
import type { Controls, Relay } from '../controls.ts'
import { Button } from '../parts/button.tsx'
import { Field, TextInput } from '../parts/field.tsx'

type TeamRelayProps = {
  readonly controls: Controls
  /** Where the team's relay is. */
  readonly address: string
}

/** The team's relay: the field for the person's token, or that the token is kept and how to remove it. */
export function TeamRelay({ controls, address }: TeamRelayProps) {
  const relay = controls.useRelay()
  const isTeams = relay.kind !== 'looking' && relay.address === address
  // One of the person's own, which answers, needs no token here.
  if (relay.kind === 'looking' || (relay.kind === 'available' && !isTeams)) return null
  return (
    <section aria-label="Your team's relay" className="flex flex-col gap-2">
      <h2 className="text-row text-ink-3 font-medium">Your team's relay</h2>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <output className="text-ink-2 min-w-0 wrap-anywhere">{toWords(relay, address)}</output>
        {isTeams && (
          <Button kind="quiet" className="-ml-2" onClick={controls.forgetRelayToken}>
            Remove my token
          </Button>
        )}
      </div>
      {relay.kind === 'absent' && <TokenForm controls={controls} address={address} />}
    </section>
  )
}

function TokenForm({ controls, address }: TeamRelayProps) {
  const [token, setToken] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const take = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setProblem(await controls.setRelayToken(address, token))
  }
  return (
    <form noValidate onSubmit={(event) => void take(event)} className="flex items-start gap-2">
      <div className="max-w-110 min-w-0 flex-1">
        <Field
          label="Your token for the relay"
          hint="From whoever runs it. This browser keeps it until you remove it."
          problem={problem ?? undefined}
        >
          {(described) => (
            <TextInput
              {...described}
              type="password"
              value={token}
              onChange={(event) => setToken(event.currentTarget.value)}
            />
          )}
        </Field>
      </div>
      <Button type="submit" className="mt-6">
        Use it
      </Button>
    </form>
  )
}

function toWords(relay: Exclude<Relay, { kind: 'looking' }>, address: string): string {
  if (relay.kind === 'available') {
    return `${address} asks where this browser may not read an answer.`
  }
  if (relay.address === address && relay.says !== null) return relay.says
  return `A server that lets no page read its answers is reached through ${address}, once it knows you.`
}
