import { useCallback, useEffect, useState } from 'react'
import type { Controls, Refusal } from './controls.ts'
import { StartScreen } from './launch/start-screen.tsx'
import { DropZone } from './shell/drop-zone.tsx'
import { Notices } from './shell/notices.tsx'
import { RunScreen } from './shell/run-screen.tsx'
import './styles.css'

/** The page: the start screen, or the run on it. */
export function App({ controls }: { controls: Controls }) {
  const document = controls.useDocument()
  const [refusal, setRefusal] = useState<Refusal>(null)
  useThemeAttribute(controls)
  const open = useCallback(
    (file: File) => void controls.openFile(file).then(setRefusal),
    [controls],
  )
  return (
    <>
      <Notices refusal={refusal} onClose={() => setRefusal(null)} />
      {document === null ? (
        <StartScreen controls={controls} onRefused={setRefusal} />
      ) : (
        <RunScreen controls={controls} document={document} onRefused={setRefusal} />
      )}
      <DropZone onFile={open} />
    </>
  )
}

/** The stylesheet follows the system unless `data-theme` says otherwise. */
function useThemeAttribute(controls: Controls): void {
  const theme = controls.useTheme()
  useEffect(() => {
    const { dataset } = window.document.documentElement
    if (theme === 'system') delete dataset['theme']
    else dataset['theme'] = theme
  }, [theme])
}
