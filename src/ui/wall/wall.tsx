import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import type { PublishedIndex } from '../../protocol/published.ts'
import type { RunAddress } from '../../state/place.ts'
import type { Controls } from '../controls.ts'
import { Button } from '../parts/button.tsx'
import { MarkIcon } from '../parts/icons.tsx'
import { ThemeButton } from '../shell/theme-button.tsx'
import { WallGrid } from './wall-grid.tsx'
import { type WallFilter, filterRows, toWallRows } from './wall-rows.ts'
import { WallTools } from './wall-tools.tsx'

function HowTo() {
  return (
    <p className="text-ink-2 max-w-[72ch]">
      <code className="font-mono">npm run flow -- --targets FILE --publish DIR</code> adds a run to
      a folder each time it ends. Any host can serve that folder, beside this page or elsewhere.
    </p>
  )
}

type WallProps = {
  readonly controls: Controls
  /** Something that was opened from the wall covers it; it stays as it is behind that. */
  readonly covered: boolean
}

/** Published runs: a row for each server, a column for each run. */
export function Wall({ controls, covered }: WallProps) {
  const published = controls.wall.usePublished()
  const opening = controls.wall.useOpening()
  const { runs, run } = controls.wall.usePlace()
  const screen = useRef<HTMLDivElement>(null)
  useReturn(screen, covered)
  return (
    <div ref={screen} hidden={covered} className={covered ? '' : 'flex h-dvh flex-col'}>
      <header className="border-line bg-surface flex min-h-13 items-center gap-2 border-b px-3.5 py-2">
        <a
          href={location.pathname}
          aria-label="To the start screen"
          className="hover:bg-sunken grid size-8 place-items-center rounded-lg"
        >
          <MarkIcon />
        </a>
        <h1 className="text-title font-semibold whitespace-nowrap">Wall of runs</h1>
        <span className="text-row text-ink-3 min-w-0 flex-1 truncate font-mono">{runs}</span>
        <ThemeButton controls={controls} />
      </header>
      <main className="bg-surface flex min-h-0 flex-1 flex-col">
        {run !== null && opening.kind === 'loading' && <Said>Opening the run…</Said>}
        {run !== null && opening.kind === 'refused' && (
          <Refused controls={controls} says={opening.says} />
        )}
        {run === null && published.kind === 'loading' && <Said>Reading the runs…</Said>}
        {run === null && published.kind === 'refused' && (
          <Refused controls={controls} says={published.says} />
        )}
        {published.kind === 'index' && (
          <div className={run === null ? 'contents' : 'hidden'}>
            <Runs controls={controls} index={published.index} />
          </div>
        )}
      </main>
    </div>
  )
}

/** Whoever comes back to the wall is where they left it. */
function useReturn(screen: { readonly current: HTMLElement | null }, covered: boolean): void {
  const left = useRef(false)
  useEffect(() => {
    if (!covered && left.current) {
      screen.current?.querySelector<HTMLElement>('[role=grid] [tabindex="0"]')?.focus()
    }
    left.current = covered
  }, [screen, covered])
}

function Said({ children }: { readonly children: string }) {
  return <output className="text-ink-3 block p-5">{children}</output>
}

function Refused({ controls, says }: { readonly controls: Controls; readonly says: string }) {
  const { runs, run } = controls.wall.usePlace()
  return (
    <div role="alert" className="flex flex-col items-start gap-3 p-5">
      <p className="max-w-[80ch] wrap-anywhere">{says}</p>
      {run === null && <HowTo />}
      <div className="flex gap-2">
        <Button onClick={controls.wall.retry}>Try again</Button>
        {run !== null && (
          <Button kind="quiet" onClick={() => controls.wall.go({ runs, run: null, beside: null })}>
            To the wall
          </Button>
        )}
      </div>
    </div>
  )
}

function Runs({
  controls,
  index,
}: {
  readonly controls: Controls
  readonly index: PublishedIndex
}) {
  const { runs } = controls.wall.usePlace()
  const rows = useMemo(() => toWallRows(index), [index])
  const [filter, setFilter] = useState<WallFilter>('all')
  const [search, setSearch] = useState('')
  const [chosen, setChosen] = useState<readonly RunAddress[] | null>(null)
  const wanted = useDeferredValue(search)
  const seen = useMemo(() => filterRows(rows, filter, wanted), [rows, filter, wanted])
  if (rows.length === 0) {
    return (
      <div className="flex flex-col gap-3 p-5">
        <p>No run is published here yet.</p>
        <HowTo />
      </div>
    )
  }
  function open(run: RunAddress, beside: RunAddress | null = null) {
    controls.wall.go({ runs, run, beside })
  }
  function choose(address: RunAddress) {
    const [first, ...more] = (chosen ?? []).filter((each) => each !== address)
    if (first === undefined || more.length > 0 || chosen?.includes(address)) {
      return setChosen(chosen?.includes(address) ? (first ? [first] : []) : [address])
    }
    setChosen(null)
    open(first, address)
  }
  return (
    <>
      <WallTools
        rows={rows}
        filter={filter}
        onFilter={setFilter}
        search={search}
        onSearch={setSearch}
        chosen={chosen}
        onChoosing={(choosing) => setChosen(choosing ? [] : null)}
      />
      {seen.length === 0 ? (
        <p className="text-ink-3 p-5">No server is like that.</p>
      ) : (
        <WallGrid
          runs={index.runs}
          folder={runs}
          rows={seen}
          chosen={chosen}
          onOpen={open}
          onChoose={choose}
        />
      )}
    </>
  )
}
