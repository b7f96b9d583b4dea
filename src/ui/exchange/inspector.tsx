import { type RefObject, Suspense, lazy, useMemo, useState } from 'react'
import { type Exchange, type RunDocument, endedAt } from '../../protocol/index.ts'
import type { Controls, Detail, RowId } from '../controls.ts'
import { findMarks } from '../findings/evidence.ts'
import { Button } from '../parts/button.tsx'
import { CopyButton } from '../parts/copy-button.tsx'
import { toBytes, toDuration } from '../parts/duration.ts'
import { type TabItem, TabPanel, Tabs } from '../parts/tabs.tsx'
import { Tag } from '../parts/tag.tsx'
import { toStatus } from '../timeline/status.ts'
import { Explained } from './explained.tsx'

// A run opens at what is explained; the other panes are fetched when somebody asks for them.
const RequestPane = lazy(async () => ({
  default: (await import('./message-pane.tsx')).RequestPane,
}))
const ResponsePane = lazy(async () => ({
  default: (await import('./message-pane.tsx')).ResponsePane,
}))
const RawPane = lazy(async () => ({ default: (await import('./raw-pane.tsx')).RawPane }))
const PreflightPane = lazy(async () => ({
  default: (await import('./preflight-pane.tsx')).PreflightPane,
}))

const DETAILS: readonly TabItem<Detail>[] = [
  { id: 'explained', label: 'Explained' },
  { id: 'request', label: 'Request' },
  { id: 'response', label: 'Response' },
  { id: 'raw', label: 'Raw' },
]

type InspectorProps = {
  readonly controls: Controls
  readonly document: RunDocument
  readonly selected: RowId
  /** Receives the focus when a row is opened. */
  readonly focusRef?: RefObject<HTMLHeadingElement | null>
}

/** One exchange in full. */
export function Inspector({ controls, document, selected, focusRef }: InspectorProps) {
  const [id = ''] = selected.split(':')
  const exchange = document.exchanges.find((entry) => entry.id === id)
  if (!exchange) return null
  return (
    <div className="bg-surface flex h-full min-h-0 flex-col">
      {selected === exchange.id ? (
        <Whole
          key={exchange.id}
          controls={controls}
          document={document}
          exchange={exchange}
          focusRef={focusRef}
        />
      ) : (
        <Inferred document={document} exchange={exchange} focusRef={focusRef} />
      )}
    </div>
  )
}

type Focus = { readonly focusRef: RefObject<HTMLHeadingElement | null> | undefined }
type WholeProps = Focus & {
  readonly controls: Controls
  readonly document: RunDocument
  readonly exchange: Exchange
}

function Inferred({ document, exchange, focusRef }: Omit<WholeProps, 'controls'>) {
  return (
    <>
      <div className="border-line border-b px-4 pt-3 pb-2.5">
        <p className="text-row text-ink-2 font-mono wrap-anywhere">
          OPTIONS {exchange.request.url}
        </p>
        <Title text="Preflight, inferred" focusRef={focusRef} />
      </div>
      <div className="min-h-0 flex-1 overflow-auto">
        <Suspense>
          <PreflightPane exchange={exchange} document={document} />
        </Suspense>
      </div>
    </>
  )
}

function Title({ text, focusRef }: Focus & { text: string }) {
  return (
    <h2 ref={focusRef} tabIndex={-1} className="text-title font-semibold outline-none">
      {text}
    </h2>
  )
}

function Whole({ controls, document, exchange, focusRef }: WholeProps) {
  const view = controls.useView()
  const [revealed, setRevealed] = useState(false)
  const masked = useMemo(() => controls.mask(exchange), [controls, exchange])
  const hasSecrets = useMemo(
    () => JSON.stringify(masked) !== JSON.stringify(exchange),
    [masked, exchange],
  )
  const marks = useMemo(() => findMarks(document, exchange.id), [document, exchange.id])
  const shown = revealed ? exchange : masked
  const aim = view.selected === exchange.id ? view.evidence : null
  return (
    <>
      <div className="px-4 pt-3 pb-1.5">
        <div className="flex items-start gap-2">
          <SummaryLine exchange={exchange} />
          <span className="-mt-1 -mr-2 ml-auto flex">
            {hasSecrets && (
              <Button
                kind="quiet"
                className="text-row aria-pressed:bg-accent-soft h-6"
                aria-pressed={revealed}
                onClick={() => setRevealed(!revealed)}
              >
                Reveal secrets
              </Button>
            )}
            {exchange.via !== 'navigation' && (
              <CopyButton
                kind="quiet"
                className="text-row h-6"
                label="Copy as cURL"
                text={() => controls.toCurl(exchange)}
              />
            )}
          </span>
        </div>
        <Title text={exchange.purpose} focusRef={focusRef} />
      </div>
      <div className="border-line border-b px-1.5">
        <Tabs
          label="Exchange"
          name="detail"
          items={DETAILS}
          selected={view.detail}
          onSelect={(detail) => controls.setView({ detail, evidence: null })}
        />
      </div>
      <TabPanel name="detail" selected={view.detail} className="min-h-0 flex-1 overflow-auto">
        {view.detail === 'explained' && (
          <Explained
            document={document}
            exchange={exchange}
            masked={shown}
            marks={marks}
            aim={aim}
            onSelect={(id) => controls.setView({ selected: id, evidence: null })}
          />
        )}
        <Suspense>
          {view.detail === 'request' && <RequestPane exchange={shown} marks={marks} aim={aim} />}
          {view.detail === 'response' && <ResponsePane exchange={shown} marks={marks} aim={aim} />}
          {view.detail === 'raw' && <RawPane exchange={shown} />}
        </Suspense>
      </TabPanel>
    </>
  )
}

const VIAS = { direct: 'browser', relay: 'relay', navigation: 'address bar' } as const

function SummaryLine({ exchange }: { exchange: Exchange }) {
  const { outcome, request } = exchange
  const ended = endedAt(exchange)
  const parts = [`${request.method} ${toStatus(outcome).text}`]
  if (ended !== undefined) parts.push(toDuration(ended - exchange.startedAt))
  if (outcome.kind === 'response') parts.push(toBytes(outcome.body.bytes))
  return (
    <p className="text-row text-ink-2 flex min-w-0 flex-wrap items-center gap-x-2 font-mono">
      {parts.join(' · ')}
      <Tag>{VIAS[exchange.via]}</Tag>
      {exchange.diagnostic && <Tag>not a client’s request</Tag>}
      {exchange.ahead && (
        <Tag>{exchange.ahead.used ? 'asked ahead' : 'asked ahead, not needed'}</Tag>
      )}
    </p>
  )
}
