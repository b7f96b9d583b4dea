import { useState } from 'react'
import type { ExchangeId, RunDocument } from '../../protocol/index.ts'
import type { Controls } from '../controls.ts'
import { Pick } from '../parts/pick.tsx'
import { Changes } from './changes.tsx'
import { type ClientFilter, type ClientOrder, countClients, toClientRows } from './client-rows.ts'
import { ClientTable } from './client-table.tsx'
import { SurveyButton } from './survey-button.tsx'

type ClientsPanelProps = {
  readonly controls: Controls
  readonly document: RunDocument
  readonly onExchange: (exchange: ExchangeId) => void
}

const FILTERS = [
  { value: 'all', label: 'all' },
  { value: 'fails', label: 'those that fail' },
  { value: 'unknown', label: 'the unknown' },
  { value: 'works', label: 'those that work' },
] as const satisfies readonly { value: ClientFilter; label: string }[]

/** Which real clients will get in, foretold from this run, and what would let the others in. */
export function ClientsPanel({ controls, document, onExchange }: ClientsPanelProps) {
  const [order, setOrder] = useState<ClientOrder>('verdict')
  const [filter, setFilter] = useState<ClientFilter>('all')
  const { clients } = document
  if (clients.length === 0) return <NoForecast controls={controls} document={document} />
  const { works, fails, unknown } = countClients(clients)
  return (
    <div className="h-full overflow-auto p-4">
      <h2 className="sr-only">Clients</h2>
      <div className="flex items-start justify-between gap-3 pb-3 max-md:flex-wrap">
        <p className="max-w-[88ch] pt-1.5">
          <span className="font-medium">
            {works} of {clients.length} clients get in
          </span>
          <span className="text-ink-2">
            {`, ${fails} ${fails === 1 ? 'does' : 'do'} not, and of ${unknown} this run cannot tell.`}
          </span>
          {unknown > 0 && <SurveyButton controls={controls} document={document} />}
        </p>
        <Pick
          label="Show"
          value={filter}
          options={FILTERS}
          onChange={(value) =>
            setFilter(FILTERS.find((each) => each.value === value)?.value ?? 'all')
          }
        />
      </div>
      <Changes clients={clients} />
      <ClientTable
        rows={toClientRows(clients, order, filter)}
        at={document.startedAt}
        order={order}
        onOrder={setOrder}
        onExchange={onExchange}
      />
      <p className="text-row pt-4">
        <a href="?dispute" className="inline-flex min-h-6 items-center">
          Why the same server lets in one ChatGPT and not the other: the dispute of 2025, replayed
        </a>
      </p>
    </div>
  )
}

function NoForecast({ controls, document }: Omit<ClientsPanelProps, 'onExchange'>) {
  const ended = controls.usePhase() === 'ended'
  const live = controls.useIsLive()
  return <p className="text-ink-3 p-4">{whyNone(document, { ended, live })}</p>
}

function whyNone(
  { config, outcome }: RunDocument,
  { ended, live }: { readonly ended: boolean; readonly live: boolean },
): string {
  if (!ended) return 'Which clients get in is foretold when the walk has ended.'
  const comes = live && outcome.waiting === null && config.grant !== 'client_credentials'
  if (!comes) return 'This run carries no forecast of clients.'
  return 'Finding out which clients get in…'
}
