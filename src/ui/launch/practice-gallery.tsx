import type { PracticeServer } from '../controls.ts'
import { Tag } from '../parts/tag.tsx'

type PracticeGalleryProps = {
  readonly servers: readonly PracticeServer[]
  readonly onWalk: (server: PracticeServer) => void
}

/** Servers to try the walk on, those on a port of this machine first. One press walks. */
export function PracticeGallery({ servers, onWalk }: PracticeGalleryProps) {
  if (servers.length === 0) return null
  const local = servers.filter(({ where }) => where === 'local')
  const here = servers.filter(({ where }) => where === 'here')
  return (
    <section aria-labelledby="practice-title">
      <h2 id="practice-title" className="text-row text-ink-3 pb-1 font-medium">
        Practice servers
      </h2>
      <ul className="-mx-3 grid sm:grid-cols-2">
        {[...local, ...here].map((server) => (
          <li key={server.id}>
            <button
              type="button"
              onClick={() => onWalk(server)}
              className="hover:bg-surface flex h-full w-full flex-col rounded-lg px-3 py-2 text-left"
            >
              <span className="flex flex-wrap items-center gap-2 font-medium">
                {server.title}
                {server.where === 'local' && <Tag>on this machine</Tag>}
              </span>
              <span className="text-row text-ink-2">{server.description}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
