import { useState } from 'react'
import type { Controls, PracticeServer, Refusal } from '../controls.ts'
import { OpenFileButton } from '../shell/open-file-button.tsx'
import { PracticeGallery } from './practice-gallery.tsx'
import { RecentRuns } from './recent-runs.tsx'

type ToTryProps = {
  readonly controls: Controls
  readonly servers: readonly PracticeServer[]
  readonly onWalk: (server: PracticeServer) => void
  readonly onRefused: (refusal: Refusal) => void
}

const PAGES = [
  ['?gallery', 'All practice servers, each fault by its name'],
  ['?rules', 'All rules: why each is there, and what a break of it looks like'],
  ['?dispute', 'The ChatGPT dispute: four of these servers, four clients'],
] as const

/** What somebody without an address can do: practice servers, the pages about them, runs of before, a file. */
export function ToTry({ controls, servers, onWalk, onRefused }: ToTryProps) {
  const runs = controls.usePreviousRuns()
  const [now] = useState(() => Date.now())
  return (
    <>
      <PracticeGallery servers={servers} onWalk={onWalk} />
      <ul className="-mt-4">
        {PAGES.map(([address, words]) => (
          <li key={address}>
            <a href={address} className="inline-flex min-h-6 items-center">
              {words}
            </a>
          </li>
        ))}
      </ul>
      <RecentRuns
        runs={runs}
        now={now}
        onOpen={(id) => void controls.openPreviousRun(id).then(onRefused)}
        onForget={controls.forgetPreviousRun}
      />
      <p className="text-row text-ink-3 flex flex-wrap items-center gap-x-1">
        Drop a run file anywhere on the page, or
        <OpenFileButton controls={controls} onRefused={onRefused} />
      </p>
    </>
  )
}
