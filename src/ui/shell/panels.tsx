import { Suspense, lazy, useDeferredValue } from 'react'
import type { ExchangeId, RunDocument } from '../../protocol/index.ts'
import type { Controls, Panel, RowId } from '../controls.ts'
import { toEvidenceView } from '../findings/evidence.ts'
import { type TabItem, TabPanel, Tabs } from '../parts/tabs.tsx'
import { Tag } from '../parts/tag.tsx'
import { TimelineFoot } from '../timeline/timeline-foot.tsx'
import { worstOf } from '../timeline/timeline-rows.ts'
import { Timeline } from '../timeline/timeline.tsx'

// A run opens at its timeline; the others are fetched when somebody turns to them.
const Findings = lazy(async () => ({
  default: (await import('../findings/findings.tsx')).Findings,
}))
const Tools = lazy(async () => ({ default: (await import('../tools/tools.tsx')).Tools }))
const ClientsPanel = lazy(async () => ({
  default: (await import('../clients/clients-panel.tsx')).ClientsPanel,
}))
const IdentityPanel = lazy(async () => ({
  default: (await import('../provenance/identity-panel.tsx')).IdentityPanel,
}))
const ScopesPanel = lazy(async () => ({
  default: (await import('../provenance/scopes-panel.tsx')).ScopesPanel,
}))

type PanelsProps = {
  readonly controls: Controls
  readonly document: RunDocument
  readonly selected: RowId | null
  readonly onOpen: (row: RowId) => void
}

/** What lies beside the walk: timeline, tools, findings, clients, identity, scopes. */
export function Panels({ controls, document, selected, onOpen }: PanelsProps) {
  const view = controls.useView()
  return (
    <div className="bg-surface flex h-full min-h-0 min-w-0 flex-col">
      <div className="border-line flex items-center gap-3 border-b px-3">
        <Tabs
          label="What to look at"
          name="panel"
          items={toPanelTabs(document)}
          selected={view.panel}
          onSelect={(panel) => controls.setView({ panel, finding: null })}
        />
        <span className="flex-1" />
        {view.panel === 'timeline' && (
          <FilterBox filter={view.filter} onChange={(filter) => controls.setView({ filter })} />
        )}
      </div>
      <TabPanel name="panel" selected={view.panel} className="min-h-0 flex-1">
        <PanelBody
          panel={view.panel}
          controls={controls}
          document={document}
          selected={selected}
          onOpen={onOpen}
        />
      </TabPanel>
    </div>
  )
}

/** The body of one panel. */
export function PanelBody({
  panel,
  controls,
  document,
  selected,
  onOpen,
}: PanelsProps & { readonly panel: Panel }) {
  const view = controls.useView()
  const filter = useDeferredValue(view.filter)
  const running = controls.usePhase() === 'running'
  const show = (exchange: ExchangeId) => {
    controls.setView({ panel: 'timeline', selected: exchange, evidence: null })
    onOpen(exchange)
  }
  switch (panel) {
    case 'timeline':
      return (
        <div className="flex h-full min-h-0 flex-col">
          <div className="min-h-0 flex-1">
            <Timeline
              document={document}
              running={running}
              filter={filter}
              selected={selected}
              onSelect={(row) => controls.setView({ selected: row, evidence: null })}
              onOpen={onOpen}
            />
          </div>
          <TimelineFoot document={document} />
        </div>
      )
    case 'tools':
      return (
        <Suspense>
          <Tools document={document} />
        </Suspense>
      )
    case 'clients':
      return (
        <Suspense>
          <ClientsPanel controls={controls} document={document} onExchange={show} />
        </Suspense>
      )
    case 'identity':
      return (
        <Suspense>
          <IdentityPanel
            document={document}
            onExchange={show}
            onFinding={(finding) => controls.setView({ panel: 'findings', finding })}
          />
        </Suspense>
      )
    case 'scopes':
      return (
        <Suspense>
          <ScopesPanel document={document} />
        </Suspense>
      )
    case 'findings':
      return (
        <Suspense>
          <Findings
            document={document}
            focused={view.finding}
            onEvidence={(evidence) => {
              controls.setView(toEvidenceView(evidence))
              onOpen(evidence.exchange)
            }}
          />
        </Suspense>
      )
  }
}

/** The tabs of the panels with their counts. */
export function toPanelTabs(document: RunDocument): readonly TabItem<Panel>[] {
  const failed = document.findings.filter(({ verdict }) => verdict === 'fail')
  const tone = worstOf(failed.map(({ severity }) => severity)) ?? 'plain'
  return [
    { id: 'timeline', label: 'Timeline' },
    {
      id: 'tools',
      label: 'Tools',
      badge: document.tools.length > 0 ? <Tag>{document.tools.length}</Tag> : null,
    },
    {
      id: 'findings',
      label: 'Findings',
      badge: failed.length > 0 ? <Tag tone={tone}>{failed.length}</Tag> : null,
    },
    {
      id: 'clients',
      label: 'Clients',
      badge: document.clients.length > 0 ? <Tag>{toShare(document)}</Tag> : null,
    },
    { id: 'identity', label: 'Identity' },
    { id: 'scopes', label: 'Scopes' },
  ]
}

/** How many clients get in, of all. */
function toShare({ clients }: RunDocument): string {
  return `${clients.filter(({ verdict }) => verdict === 'works').length}/${clients.length}`
}

/** The filter over the timeline's rows. */
export function FilterBox({
  filter,
  onChange,
}: {
  filter: string
  onChange: (filter: string) => void
}) {
  return (
    <input
      type="search"
      aria-label="Filter the timeline"
      title="Terms: status: host: step: method: to: via: has:finding, with - before a term to leave it out"
      placeholder="Filter, as status:4xx"
      value={filter}
      onChange={(event) => onChange(event.currentTarget.value)}
      className="border-line bg-surface text-row h-6.5 w-52 min-w-0 rounded-md border px-2"
    />
  )
}
