import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useState } from 'react'
import { type RowWindow, toRowWindow, toScrollTop } from './window-of-rows.ts'

export type RowWindowHandle = RowWindow & { readonly onScroll: () => void }

type List = {
  readonly count: number
  readonly rowHeight: number
  /** The row to keep in sight whenever it changes. */
  readonly row: number | null
}

/** Keeps the window of a list of equally high rows inside a scrolling element. */
export function useRowWindow(
  scroller: RefObject<HTMLElement | null>,
  { count, rowHeight, row }: List,
): RowWindowHandle {
  const [size, setSize] = useState({ scrollTop: 0, height: 640 })
  const window = toRowWindow({ count, rowHeight, ...size })

  function measure() {
    const element = scroller.current
    if (!element) return
    const next = { scrollTop: element.scrollTop, height: element.clientHeight }
    const after = toRowWindow({ count, rowHeight, ...next })
    if (after.first !== window.first || after.end !== window.end) setSize(next)
  }
  const onResize = useEffectEvent((element: HTMLElement) => {
    const { scrollTop, clientHeight: height } = element
    const targetIn = (within: number) =>
      row === null || row < 0
        ? undefined
        : toScrollTop({ row, rowHeight, scrollTop, height: within })
    // A row that was in sight stays so, when what is above the list takes room from it.
    const target = targetIn(size.height) === undefined ? targetIn(height) : undefined
    if (target !== undefined) element.scrollTo({ top: target })
    setSize({ scrollTop: element.scrollTop, height })
  })
  useEffect(() => {
    const element = scroller.current
    if (!element) return undefined
    const observer = new ResizeObserver(() => onResize(element))
    observer.observe(element)
    return () => observer.disconnect()
  }, [scroller])
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element || row === null || row < 0) return
    const { scrollTop, clientHeight: height } = element
    const target = toScrollTop({ row, rowHeight, scrollTop, height })
    if (target !== undefined) element.scrollTo({ top: target })
  }, [scroller, row, rowHeight])
  return { ...window, onScroll: measure }
}
