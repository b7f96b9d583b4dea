import type { ReactNode } from 'react'

/** Shows the name of an icon button under it, while the pointer or the focus is there. The button carries the same name itself. */
export function Tooltip({ text, children }: { text: string; children: ReactNode }) {
  return (
    <span className="group relative inline-flex">
      {children}
      <span
        aria-hidden="true"
        className="bg-ink text-meta text-surface pointer-events-none invisible absolute top-full right-0 z-20 mt-1 rounded-sm px-2 py-1 whitespace-nowrap group-hover:visible group-has-focus-visible:visible"
      >
        {text}
      </span>
    </span>
  )
}
