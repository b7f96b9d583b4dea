import { type RefObject, useEffect } from 'react'

/** Esc inside a pane leads back to the timeline beside it. An open dialog keeps its own Esc. */
export function useEscapeToTimeline(pane: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const element = pane.current
      if (event.key !== 'Escape' || !element?.contains(document.activeElement)) return
      element.parentElement?.querySelector<HTMLElement>('[role="grid"]')?.focus()
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [pane])
}
