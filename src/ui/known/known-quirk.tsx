import type { ReactNode } from 'react'
import type { KnownQuirk as Quirk } from '../../protocol/quirks.ts'

type KnownQuirkProps = {
  readonly quirk: Quirk
  /** What stands at the foot, such as the way to what was seen. */
  readonly children?: ReactNode
}

/** One trap that others have met before: whose it is, what it does, what was seen of it, what to do, and who says so. */
export function KnownQuirk({ quirk, children }: KnownQuirkProps) {
  const { provider, does, seen, advice, source } = quirk
  return (
    <section className="bg-sunken mt-2 rounded-md px-3 py-2">
      <p className="text-row text-ink-2 font-semibold">
        {provider === null ? 'Known from elsewhere' : `Known of ${provider}`}
      </p>
      <p className="mt-0.5 max-w-[88ch] wrap-anywhere">{does}</p>
      {seen !== null && <p className="text-ink-2 mt-1 max-w-[88ch] wrap-anywhere">{seen}</p>}
      <p className="mt-1 max-w-[88ch] wrap-anywhere">
        <span className="font-medium">What to do: </span>
        {advice}
      </p>
      <p className="text-row text-ink-3 mt-1 flex flex-wrap items-center gap-x-2">
        <a
          href={source.url}
          target="_blank"
          rel="noreferrer"
          className="inline-flex min-h-6 items-center wrap-anywhere"
        >
          {source.title}
        </a>
        <span>as of {source.date}</span>
      </p>
      {children}
    </section>
  )
}
