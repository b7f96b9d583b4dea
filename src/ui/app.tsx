import { type ComponentType, Suspense, lazy, useCallback, useEffect, useState } from 'react'
import type { Controls, Refusal } from './controls.ts'
import { StartScreen } from './launch/start-screen.tsx'
import { DropZone } from './shell/drop-zone.tsx'
import { Notices } from './shell/notices.tsx'

const loadRunScreen = async () => ({
  default: (await import('./shell/run-screen.tsx')).RunScreen,
})
const RunScreen = lazy(loadRunScreen)
const Wall = lazy(async () => ({ default: (await import('./wall/wall.tsx')).Wall }))
const RunStrip = lazy(async () => ({ default: (await import('./wall/run-strip.tsx')).RunStrip }))
const Compare = lazy(async () => ({ default: (await import('./compare/compare.tsx')).Compare }))

type AppProps = {
  readonly controls: Controls
  /** What the address asks for instead of the debugger. */
  readonly page: ComponentType<{ readonly controls: Controls }> | undefined
}

/** The page: the start screen, the run on it, or another page that the address asks for. */
export function App({ controls, page: Page = Debugger }: AppProps) {
  return (
    <Suspense>
      <Page controls={controls} />
    </Suspense>
  )
}

function Debugger({ controls }: { controls: Controls }) {
  const [refusal, setRefusal] = useState<Refusal>(null)
  // The screen of a run is fetched while the person still types, so that Enter does not wait for it.
  useEffect(() => void loadRunScreen(), [])
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
