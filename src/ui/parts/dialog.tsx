import { type MouseEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import { Button } from './button.tsx'
import { CloseIcon } from './icons.tsx'

const PLACEMENTS = {
  center: 'm-auto max-h-[85dvh] w-[min(600px,calc(100vw-32px))] rounded-xl border',
  wide: 'm-auto max-h-[90dvh] w-[min(860px,calc(100vw-16px))] rounded-xl border',
  side: 'ml-auto h-dvh max-h-none w-[min(520px,100vw)] border-l',
  sheet: 'mt-auto h-[88dvh] max-h-none w-screen max-w-none rounded-t-xl border-t',
} as const

type DialogProps = {
  readonly title: string
  readonly placement?: keyof typeof PLACEMENTS
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A modal dialog of the browser's own: focus stays in it, Esc and a click beside it close it. Open while it is drawn. */
export function Dialog({ title, placement = 'center', onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const element = dialog.current
    element?.showModal()
    // The first control of the body is what the dialog was opened for, not its close button.
    element?.querySelector<HTMLElement>('form :is(input, select, textarea)')?.focus()
    return () => element?.close()
  }, [])

  function closeFromBackdrop(event: MouseEvent) {
    if (event.target === event.currentTarget) onClose()
  }
  return (
    // The keyboard's way to close is Esc, which the element itself turns into onCancel.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClick={closeFromBackdrop}
      className={`border-line bg-surface text-ink p-0 ${PLACEMENTS[placement]}`}
    >
      <div className="flex h-full max-h-[inherit] flex-col">
        <div className="border-line flex items-center gap-2 border-b py-2 pr-2 pl-4">
          <h2 id={titleId} className="text-title min-w-0 flex-1 truncate font-semibold">
            {title}
          </h2>
          <Button kind="icon" aria-label="Close" onClick={onClose}>
            <CloseIcon />
          </Button>
        </div>
        <div className="min-h-0 flex-1 overflow-auto">{children}</div>
      </div>
    </dialog>
  )
}
