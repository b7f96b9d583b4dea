import { type ReactNode, useEffect, useRef } from 'react'
import { wasFollowed } from '../../platform/place.ts'
import { writeAddress } from '../../state/draft.ts'
import { writePlace } from '../../state/place.ts'
import type { Controls } from '../controls.ts'
import { MarkIcon } from '../parts/icons.tsx'
import { ThemeButton } from './theme-button.tsx'

type PageFrameProps = {
  readonly controls: Controls
  readonly title: string
  /** What stands over the title. */
  readonly above?: ReactNode
  readonly children: ReactNode
}

/** A page to read, beside the debugger: the way back to it, a title, the text. */
export function PageFrame({ controls, title, above, children }: PageFrameProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · MCP Flow Debugger`
    // Whoever came by a link inside the page hears where they are.
    if (wasFollowed()) heading.current?.focus({ preventScroll: true })
    return () => {
      document.title = 'MCP Flow Debugger'
    }
  }, [title])
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="border-line bg-surface flex min-h-13 items-center gap-5 border-b px-3.5 max-sm:gap-3">
        <Home controls={controls} />
        <nav aria-label="Pages" className="ml-auto flex gap-5 max-sm:gap-4">
          <a href="?rules" className="inline-flex min-h-6 items-center">
            Rules
          </a>
          <a href="?gallery" className="inline-flex min-h-6 items-center">
            Practice servers
          </a>
        </nav>
        <ThemeButton controls={controls} />
      </header>
      <main className="mx-auto flex w-full max-w-290 flex-1 flex-col gap-8 px-5 pt-8 pb-16">
        <div className="flex flex-col gap-1.5">
          {above && <div className="flex flex-wrap items-center gap-2">{above}</div>}
          <h1
            ref={heading}
            tabIndex={-1}
            className="text-verdict max-w-[72ch] font-semibold tracking-tight outline-none"
          >
            {title}
          </h1>
        </div>
        {children}
      </main>
    </div>
  )
}

/** To the run that is kept, or to the start. */
function Home({ controls }: { readonly controls: Controls }) {
  const server = controls.useDocument()?.config.server
  const draft = controls.useDraft()
  const place = controls.wall.usePlace()
  const run = server === undefined ? './' : `?${writeAddress({ ...draft, address: server })}`
  const address = place.runs === null ? run : writePlace(place)
  return (
    <a href={address} className="text-ink inline-flex min-h-8 items-center gap-2 font-medium">
      <MarkIcon />
      <span className={server === undefined ? 'max-sm:sr-only' : ''}>
        {server === undefined ? 'MCP Flow Debugger' : 'Back to the run'}
      </span>
    </a>
  )
}
