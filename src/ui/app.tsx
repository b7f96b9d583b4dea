import { Activity, Suspense, lazy, useCallback, useEffect, useState } from 'react'
import type { Controls, Refusal } from './controls.ts'
import { StartScreen } from './launch/start-screen.tsx'
import { findPage } from './pages.tsx'
import { DropZone } from './shell/drop-zone.tsx'
import { Notices } from './shell/notices.tsx'

const loadRunScreen = async () => ({
  default: (await import('./shell/run-screen.tsx')).RunScreen,
})
const RunScreen = lazy(loadRunScreen)
const Wall = lazy(async () => ({ default: (await import('./wall/wall.tsx')).Wall }))
const RunStrip = lazy(async () => ({ default: (await import('./wall/run-strip.tsx')).RunStrip }))
const Compare = lazy(async () => ({ default: (await import('./compare/compare.tsx')).Compare }))

/** The page: the start screen, the run on it, or another page that the address asks for, over the run that is kept. */
export function App({ controls }: { controls: Controls }) {
  const place = controls.usePlace()
  const page = findPage(place)
  return (
    <>
      <Suspense>{page?.(controls)}</Suspense>
      {!place.has('consent') && (
        <Activity mode={page ? 'hidden' : 'visible'}>
          <Suspense>
            <Debugger controls={controls} />
          </Suspense>
        </Activity>
      )}
    </>
  )
}

function Debugger({ controls }: { controls: Controls }) {
  const [refusal, setRefusal] = useState<Refusal>(null)
  // The screen of a run is fetched while the person still types, so that Enter does not wait for it.
  useEffect(() => void (controls.isSeen && loadRunScreen()), [controls])
  useEffect(() => {
    const openLinked = () => void controls.openLinkedRun().then(setRefusal)
    openLinked()
    addEventListener('hashchange', openLinked)
    return () => removeEventListener('hashchange', openLinked)
  }, [controls])
  const open = useCallback(
    (files: readonly File[]) => {
      const [file] = files
      const opening = files.length === 2 ? controls.wall.compareFiles(files) : null
      if (file) void (opening ?? controls.openFile(file)).then(setRefusal)
    },
    [controls],
  )
  return (
    <>
      <Notices refusal={refusal} onClose={() => setRefusal(null)} />
      <Screens controls={controls} onRefused={setRefusal} />
      <DropZone onFiles={open} />
    </>
  )
}

type ScreensProps = {
  readonly controls: Controls
  readonly onRefused: (refusal: Refusal) => void
}

/** One screen at a time; the wall of runs stays behind what was opened from it, as it was left. */
function Screens({ controls, onRefused }: ScreensProps) {
  const document = controls.useDocument()
  const idle = controls.usePhase() === 'idle'
  const comparison = controls.wall.useComparison()
  const onWall = controls.wall.usePlace().runs !== null
  const covered = comparison !== null || document !== null
  return (
    <>
      {comparison !== null && <Compare controls={controls} comparison={comparison} />}
      {comparison === null && document !== null && (
        <RunScreen
          controls={controls}
          document={document}
          onRefused={onRefused}
          above={onWall && <RunStrip controls={controls} />}
        />
      )}
      {onWall && <Wall controls={controls} covered={covered} />}
      {!covered && !onWall && idle && <StartScreen controls={controls} onRefused={onRefused} />}
    </>
  )
}
