import type { PracticeServer } from '../controls.ts'

type PracticeGalleryProps = {
  readonly servers: readonly PracticeServer[]
  readonly onWalk: (server: PracticeServer) => void
}

/** So many are shown at once; the others are folded. */
const FIRST = 8

/** Servers to try the walk on, those on a port of this machine first. One press walks. */
export function PracticeGallery({ servers, onWalk }: PracticeGalleryProps) {
  if (servers.length === 0) return null
  const local = servers.filter(({ where }) => where === 'local')
  const all = [...local, ...servers.filter(({ where }) => where === 'here')]
  const more = all.slice(FIRST)
  return (
    <section aria-labelledby="practice-title">
      <h2 id="practice-title" className="text-row text-ink-3 pb-1 font-medium">
        Practice servers
      </h2>
      <Servers servers={all.slice(0, FIRST)} onWalk={onWalk} />
      {more.length > 0 && (
        <details>
          <summary className="text-row text-accent inline-flex min-h-6 items-center py-1">
            {more.length} more
          </summary>
          <Servers servers={more} onWalk={onWalk} />
        </details>
      )}
    </section>
  )
}

function Servers({ servers, onWalk }: PracticeGalleryProps) {
  return (
    <ul className="-mx-3 grid sm:grid-cols-2">
      {servers.map((server) => (
        <li key={server.id}>
          <button
            type="button"
            onClick={() => onWalk(server)}
            className="hover:bg-surface flex h-full w-full flex-col rounded-lg px-3 py-2 text-left"
          >
            <span className="font-medium">{server.title}</span>
            <span className="text-row text-ink-2">{server.description}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
