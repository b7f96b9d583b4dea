import { type ChangeEvent, useRef, useState } from 'react'
import type { RunDocument } from '../../protocol/index.ts'
import type { Controls, PreviousRun, Refusal } from '../controls.ts'
import { Button } from '../parts/button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { toAge } from '../parts/duration.ts'
import { Tag } from '../parts/tag.tsx'

type ChooseRunProps = {
  readonly controls: Controls
  readonly document: RunDocument
  readonly onClose: () => void
}

const TONES = { passed: 'pass', failed: 'error', stopped: 'warning' } as const

/** Asks which run the one on screen is to be held against. */
export function ChooseRun({ controls, document, onClose }: ChooseRunProps) {
  const { server } = document.config
  const others = controls.usePreviousRuns().filter(({ id }) => id !== document.id)
  const own = others.filter((run) => run.server === server)
  const foreign = others.filter((run) => run.server !== server)
  const [refusal, setRefusal] = useState<Refusal>(null)
  const [now] = useState(() => Date.now())
  const input = useRef<HTMLInputElement>(null)
  async function choose(other: File | string) {
    const said = await controls.wall.compareWith(other)
    setRefusal(said)
    if (said === null) onClose()
  }
  function open(event: ChangeEvent<HTMLInputElement>) {
    const file = event.currentTarget.files?.[0]
    event.currentTarget.value = ''
    if (file) void choose(file)
  }
  return (
    <Dialog title="Compare this run with…" onClose={onClose}>
      <div className="flex flex-col gap-4 p-4">
        {refusal !== null && (
          <p role="alert" className="text-error wrap-anywhere">
            {refusal}
          </p>
        )}
        <Runs title="Other runs of this server" runs={own} now={now} onChoose={choose} />
        <Runs title="Runs of other servers" runs={foreign} now={now} onChoose={choose} />
        {others.length === 0 && (
          <p className="text-ink-2">This browser remembers no other run yet.</p>
        )}
        <div>
          <Button onClick={() => input.current?.click()}>A run file…</Button>
          <input
            ref={input}
            type="file"
            accept=".json,application/json"
            aria-label="Run file to compare with"
            tabIndex={-1}
            onChange={open}
            className="hidden"
          />
        </div>
      </div>
    </Dialog>
  )
}

type RunsProps = {
  readonly title: string
  readonly runs: readonly PreviousRun[]
  readonly now: number
  readonly onChoose: (id: string) => Promise<void>
}

function Runs({ title, runs, now, onChoose }: RunsProps) {
  if (runs.length === 0) return null
  return (
    <section>
      <h3 className="text-row text-ink-3 pb-1 font-medium">{title}</h3>
      <ul className="-mx-2">
        {runs.map(({ id, server, status, summary, startedAt }) => (
          <li key={id}>
            <button
              type="button"
              onClick={() => void onChoose(id)}
              className="hover:bg-sunken grid w-full grid-cols-[64px_minmax(0,1fr)_auto] items-center gap-x-3 rounded-lg px-2 py-1.5 text-left"
            >
              <span>
                <Tag tone={TONES[status]}>{status}</Tag>
              </span>
              <span className="text-row truncate font-mono">{server}</span>
              <span className="text-row text-ink-3">{toAge(startedAt, now)}</span>
              <span className="text-row text-ink-2 col-start-2 col-end-4 truncate">{summary}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
