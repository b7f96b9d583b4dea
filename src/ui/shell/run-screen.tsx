import {
  type ReactNode,
  Suspense,
  lazy,
  useDeferredValue,
  useEffect,
  useRef,
  useState,
} from 'react'
import type { RunDocument } from '../../protocol/index.ts'
import type { Controls, Panel, Refusal, RowId } from '../controls.ts'
import { Inspector } from '../exchange/inspector.tsx'
import { Splitter } from '../parts/splitter.tsx'
import { Tabs } from '../parts/tabs.tsx'
import { Verdict } from '../verdict/verdict.tsx'
import { toAnnouncement } from '../walk/walk-steps.ts'
import { Walk } from '../walk/walk.tsx'
import { Bar } from './bar.tsx'
import { FilterBox, PanelBody, Panels, toPanelTabs } from './panels.tsx'
import { toSelected, toSelectedStep } from './selection.ts'
import { useEscapeToTimeline } from './use-escape.ts'
import { type Layout, useLayout } from './use-media.ts'

const Dialog = lazy(async () => ({ default: (await import('../parts/dialog.tsx')).Dialog }))

type RunScreenProps = {
  readonly controls: Controls
  readonly document: RunDocument
  readonly onRefused: (refusal: Refusal) => void
  /** A line above everything: where the run comes from. */
  readonly above?: ReactNode
}

/** A run: bar, verdict, and below them the walk, the panels and the inspector, as far as they fit. */
export function RunScreen({ controls, document, onRefused, above }: RunScreenProps) {
  const layout = useLayout()
  const view = controls.useView()
  const selected = toSelected(document, view)
  // The verdict does not wait for the request that explains it to be drawn.
  const inspected = useDeferredValue(selected, null)
  const [sheet, setSheet] = useState(false)
  const inspectorTitle = useRef<HTMLHeadingElement>(null)
  const wanted = useRef<RowId | null>(null)
  // The request that was opened is drawn a moment later, and only then has a title to go to.
  useEffect(() => {
    if (wanted.current === null || wanted.current !== inspected) return
    wanted.current = null
    inspectorTitle.current?.focus({ preventScroll: true })
  }, [inspected])

  function open(row: RowId) {
    if (view.selected !== row) controls.setView({ selected: row, evidence: null })
    if (layout !== 'wide') return setSheet(true)
    if (inspected === row) inspectorTitle.current?.focus({ preventScroll: true })
    else wanted.current = row
  }
  const walk = (
    <Walk
      controls={controls}
      document={document}
      selected={toSelectedStep(document, selected)}
      onSelect={(exchange) => {
        controls.setView({ panel: 'timeline', selected: exchange, evidence: null })
        if (layout !== 'wide') setSheet(true)
      }}
    />
  )
  const inspector = inspected && (
    <Inspector
      controls={controls}
      document={document}
      selected={inspected}
      focusRef={inspectorTitle}
    />
  )
  return (
    <div className={layout === 'narrow' ? 'flex min-h-dvh flex-col' : 'flex h-dvh flex-col'}>
      {above}
      <Bar controls={controls} document={document} onRefused={onRefused} />
      <main className="flex min-h-0 flex-1 flex-col">
        <div className={layout === 'narrow' ? '' : 'max-h-[60dvh] shrink-0 overflow-auto'}>
          <Verdict
            controls={controls}
            document={document}
            onEvidence={() => layout !== 'wide' && setSheet(true)}
          />
        </div>
        <Regions
          layout={layout}
          walk={walk}
          inspector={inspector}
          panels={
            <Panels controls={controls} document={document} selected={selected} onOpen={open} />
          }
          pages={
            <Pages
              controls={controls}
              document={document}
              selected={selected}
              walk={walk}
              onOpen={open}
            />
          }
        />
      </main>
      {sheet && layout !== 'wide' && inspector && (
        <Suspense>
          <Dialog
            title={`Request ${numberOf(document, selected)}`}
            placement={layout === 'middle' ? 'side' : 'sheet'}
            onClose={() => setSheet(false)}
          >
            {inspector}
          </Dialog>
        </Suspense>
      )}
      <output className="sr-only">{toAnnouncement(document)}</output>
    </div>
  )
}

function numberOf(document: RunDocument, selected: RowId | null): number {
  const [id] = (selected ?? '').split(':')
  return document.exchanges.findIndex((exchange) => exchange.id === id) + 1
}

type RegionsProps = {
  readonly layout: Layout
  readonly walk: ReactNode
  readonly panels: ReactNode
  readonly inspector: ReactNode
  readonly pages: ReactNode
}

function Regions({ layout, walk, panels, inspector, pages }: RegionsProps) {
  const [walkWidth, setWalkWidth] = useState(248)
  const [inspectorWidth, setInspectorWidth] = useState(470)
  const pane = useRef<HTMLElement>(null)
  useEscapeToTimeline(pane)
  if (layout === 'narrow') return pages
  const columns =
    layout === 'wide'
      ? `${walkWidth}px 1px minmax(0, 1fr) 1px min(${inspectorWidth}px, 50vw)`
      : `${walkWidth}px 1px minmax(0, 1fr)`
  return (
    <div
      className="grid min-h-0 flex-1 [&>*]:min-h-0"
      style={{ gridTemplateColumns: columns, gridTemplateRows: 'minmax(0, 1fr)' }}
    >
      {walk}
      <Splitter
        label="Width of the walk"
        value={walkWidth}
        min={180}
        max={420}
        pane="before"
        onChange={setWalkWidth}
      />
      {panels}
      {layout === 'wide' && (
        <>
          <Splitter
            label="Width of the inspector"
            value={inspectorWidth}
            min={320}
            max={900}
            pane="after"
            onChange={setInspectorWidth}
          />
          <aside ref={pane} aria-label="Exchange">
            {inspector ?? (
              <p className="bg-surface text-ink-3 h-full p-4">
                Choose a request to see it in full.
              </p>
            )}
          </aside>
        </>
      )}
    </div>
  )
}

type PagesProps = {
  readonly controls: Controls
  readonly document: RunDocument
  readonly selected: RowId | null
  readonly walk: ReactNode
  readonly onOpen: (row: RowId) => void
}

/** On a narrow screen the regions are pages under the verdict. */
function Pages({ controls, document, selected, walk, onOpen }: PagesProps) {
  const view = controls.useView()
  // The walk is shown until another panel is asked for, here or by a link of the verdict.
  const [behind, setBehind] = useState<Panel | null>(view.panel)
  const page: Panel | 'walk' = behind === view.panel ? 'walk' : view.panel
  return (
    <>
      <div className="border-line bg-surface sticky top-0 z-10 flex overflow-x-auto border-b px-1.5">
        <Tabs
          label="What to look at"
          name="page"
          items={[{ id: 'walk', label: 'Walk' }, ...toPanelTabs(document)]}
          selected={page}
          onSelect={(id) => {
            setBehind(id === 'walk' ? view.panel : null)
            if (id !== 'walk') controls.setView({ panel: id, finding: null })
          }}
        />
      </div>
      <div
        role="tabpanel"
        id="panel-page"
        aria-labelledby={`tab-page-${page}`}
        className="bg-surface flex h-[calc(100dvh-41px)] min-h-0 flex-col"
      >
        {page === 'timeline' && (
          <div className="flex px-3 py-2">
            <FilterBox filter={view.filter} onChange={(filter) => controls.setView({ filter })} />
          </div>
        )}
        <div className="min-h-0 flex-1">
          {page === 'walk' ? (
            walk
          ) : (
            <PanelBody
              panel={page}
              controls={controls}
              document={document}
              selected={selected}
              onOpen={onOpen}
            />
          )}
        </div>
      </div>
    </>
  )
}
