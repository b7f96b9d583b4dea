import { type ComponentType, Suspense, lazy, useCallback, useEffect, useState } from 'react'
import type { Controls, Refusal } from './controls.ts'
import { StartScreen } from './launch/start-screen.tsx'
import { DropZone } from './shell/drop-zone.tsx'
import { Notices } from './shell/notices.tsx'

const loadRunScreen = async () => ({
  default: (await import('./shell/run-screen.tsx')).RunScreen,
})
const RunScreen = lazy(loadRunScreen)

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
  const document = controls.useDocument()
  const phase = controls.usePhase()
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
    (file: File) => void controls.openFile(file).then(setRefusal),
    [controls],
  )
  return (
    <>
      <Notices refusal={refusal} onClose={() => setRefusal(null)} />
      {document !== null && (
        <RunScreen controls={controls} document={document} onRefused={setRefusal} />
      )}
      {document === null && phase === 'idle' && (
        <StartScreen controls={controls} onRefused={setRefusal} />
      )}
      <DropZone onFile={open} />
    </>
  )
}
