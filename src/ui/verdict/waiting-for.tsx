import { useEffect, useState } from 'react'
import type { RunDocument } from '../../protocol/index.ts'
import { toDuration } from '../parts/duration.ts'
import { findWaitedFor } from './waited-for.ts'

/** What the walk does now, and for how long it has been waiting. */
export function WaitingFor({ document }: { document: RunDocument }) {
  const { title, says, since } = findWaitedFor(document)
  const now = useClock()
  const long = now - since >= 1000
  return (
    <>
      <h1 id="verdict-title" className="text-verdict font-semibold tracking-tight">
        {title}…
      </h1>
      <p className="text-ink-2 min-h-5 wrap-anywhere">
        {says}
        {long && (
          <span className="text-row pl-2 font-mono" aria-hidden="true">
            {toDuration(Math.floor((now - since) / 1000) * 1000)}
          </span>
        )}
      </p>
    </>
  )
}

function useClock(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500)
    return () => clearInterval(timer)
  }, [])
  return now
}
