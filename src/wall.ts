import { useQuery } from '@tanstack/react-query'
import type { Page } from './page.ts'
import type { RunDocument } from './protocol/index.ts'
import type * as ReaderModule from './published-runs.ts'
import type { Documents } from './published-runs.ts'
import { showDocument } from './show-run.ts'
import { type Place, readPlace, writePlace } from './state/place.ts'
import { useStore } from './state/use-store.ts'
import type { Refusal } from './ui/controls.ts'
import type { Published, WallControls } from './ui/wall/wall-controls.ts'

/** Shows what the place says: a folder of published runs, one of them, or two side by side. */
export function wallOf(page: Page, redacted: () => RunDocument | null): WallControls {
  const { place, shown } = page
  let turn = 0
  const follow = async (): Promise<void> => {
    turn += 1
    const mine = turn
    shown.setState({ opening: LOADING, comparison: null })
    const { openPlace, toComparison } = await loadReader()
    const opened = await openPlace(page, place.getState())
    if (mine !== turn) return
    if (opened.kind === 'refused') return shown.setState({ opening: opened })
    const [run, beside] = opened.documents
    if (run && beside) shown.setState({ comparison: toComparison(run, beside) })
    else if (run) await showDocument(page, run)
    else page.run.leave()
    shown.setState({ opening: SETTLED })
  }
  const move = (next: Place): void => {
    place.setState(next)
    history.pushState(null, '', writePlace(next))
    void follow()
  }
  const compare = async (read: (reader: Reader) => Promise<Documents>): Promise<Refusal> => {
    const reader = await loadReader()
    const documents = await read(reader)
    if (documents.kind === 'refused') return documents.says
    const [first, second] = documents.documents
    if (first && second) shown.setState({ comparison: reader.toComparison(first, second) })
    return null
  }
  addEventListener('popstate', () => {
    const before = place.getState()
    const next = readPlace(location.search)
    place.setState(next)
    if (before.runs !== null || next.runs !== null) void follow()
  })
  if (place.getState().run !== null) void follow()
  return {
    usePlace: () => useStore(place),
    usePublished: () => usePublished(useStore(place, ({ runs }) => runs)),
    useOpening: () => useStore(shown, ({ opening }) => opening),
    useComparison: () => useStore(shown, ({ comparison }) => comparison),
    go: move,
    retry() {
      void page.queries.invalidateQueries({ queryKey: ['published'] })
      if (place.getState().run !== null) void follow()
    },
    compareFiles: (files) => compare(async ({ readFiles }) => readFiles(page, files)),
    compareWith: (other) => compare(async ({ readBeside }) => readBeside(page, redacted(), other)),
    leaveComparison: () => shown.setState({ comparison: null }),
  }
}

const LOADING = { kind: 'loading' } as const
const SETTLED = { kind: 'settled' } as const

type Reader = typeof ReaderModule

const loadReader = (): Promise<Reader> => import('./published-runs.ts')

function usePublished(runs: string | null): Published {
  const { data } = useQuery({
    queryKey: ['published', runs],
    queryFn: async () => (await loadReader()).readFolder(runs ?? ''),
    enabled: runs !== null,
  })
  return data ?? LOADING
}
