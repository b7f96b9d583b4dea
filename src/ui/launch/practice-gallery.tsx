import type { PracticeServer } from '../controls.ts'

type PracticeGalleryProps = {
  readonly servers: readonly PracticeServer[]
  readonly onWalk: (server: PracticeServer) => void
}

/** Servers to try the walk on, those on a port of this machine first. One press walks. */
export function PracticeGallery({ servers, onWalk }: PracticeGalleryProps) {
  if (servers.length === 0) return null
  const healthy = servers.filter(({ kind }) => kind === 'healthy')
  const broken = servers.filter(({ kind }) => kind === 'broken')
  const local = healthy.filter(({ where }) => where === 'local')
  return (
    <section aria-labelledby="practice-title" className="flex flex-col gap-4">
      <h2 id="practice-title" className="sr-only">
        Practice servers
      </h2>
      <Group
        title="Practice servers, healthy"
        servers={[...local, ...healthy.filter(({ where }) => where === 'here')]}
        onWalk={onWalk}
      />
      <Group title="Practice servers, each with one fault" servers={broken} onWalk={onWalk} />
    </section>
  )
}

/** So many of a group are shown at once; the others are folded. */
const FIRST = 4

function Group({ title, servers, onWalk }: PracticeGalleryProps & { readonly title: string }) {
  const more = servers.slice(FIRST)
  if (servers.length === 0) return null
  return (
    <div>
      <h3 className="text-row text-ink-3 pb-1 font-medium">{title}</h3>
      <Servers servers={servers.slice(0, FIRST)} onWalk={onWalk} />
      {more.length > 0 && (
        <details>
          <summary className="text-row text-accent inline-flex min-h-6 items-center py-1">
            {more.length} more
          </summary>
          <Servers servers={more} onWalk={onWalk} />
        </details>
      )}
    </div>
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
