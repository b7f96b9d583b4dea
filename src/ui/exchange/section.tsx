import type { ReactNode } from 'react'

/** One part of a pane, with a line under it. */
export function Section({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <section className="border-line border-b px-4 py-3 last:border-0">
      {title !== undefined && <h3 className="text-row text-ink-2 mb-1.5 font-medium">{title}</h3>}
      {children}
    </section>
  )
}
