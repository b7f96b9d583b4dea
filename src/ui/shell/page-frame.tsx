import type { ReactNode } from 'react'
import type { Controls } from '../controls.ts'
import { MarkIcon } from '../parts/icons.tsx'
import { ThemeButton } from './theme-button.tsx'

type PageFrameProps = {
  readonly controls: Controls
  readonly title: string
  readonly children: ReactNode
}

/** A page to read, beside the debugger: the way back to it, a title, the text. */
export function PageFrame({ controls, title, children }: PageFrameProps) {
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="border-line bg-surface flex min-h-13 items-center justify-between gap-4 border-b px-3.5">
        <a href="./" className="text-ink inline-flex min-h-8 items-center gap-2 font-medium">
          <MarkIcon />
          MCP Flow Debugger
        </a>
        <ThemeButton controls={controls} />
      </header>
      <main className="mx-auto flex w-full max-w-290 flex-1 flex-col gap-8 px-5 pt-8 pb-16">
        <h1 className="text-verdict font-semibold tracking-tight">{title}</h1>
        {children}
      </main>
    </div>
  )
}
