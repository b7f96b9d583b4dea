import { Suspense, lazy } from 'react'
import type { Controls } from '../controls.ts'

const Advanced = lazy(async () => ({ default: (await import('./advanced.tsx')).Advanced }))

/** The settings behind "Advanced", whose fields are fetched when somebody opens them. */
export function LazyAdvanced({ controls }: { controls: Controls }) {
  return (
    <Suspense fallback={<p className="text-row text-ink-3">Loading the settings…</p>}>
      <Advanced controls={controls} />
    </Suspense>
  )
}
