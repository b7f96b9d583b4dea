import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { type RowWindow, toRowWindow, toScrollTop } from './window-of-rows.ts'

export type RowWindowHandle = RowWindow & {
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly onScroll: () => void
}

/** Keeps the window of a list of equally high rows, and `row` in sight whenever it changes. */
export function useRowWindow(list: {
  readonly count: number
  readonly rowHeight: number
  readonly row: number | null
}): RowWindowHandle {
  const { count, rowHeight, row } = list
  const scroller = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState({ scrollTop: 0, height: 640 })
  const window = toRowWindow({ count, rowHeight, ...size })

  function measure() {
    const element = scroller.current
    if (!element) return
    const next = { scrollTop: element.scrollTop, height: element.clientHeight }
    const after = toRowWindow({ count, rowHeight, ...next })
    if (after.first !== window.first || after.end !== window.end) setSize(next)
  }
  useEffect(() => {
    const element = scroller.current
    if (!element) return undefined
    const observer = new ResizeObserver(() =>
      setSize({ scrollTop: element.scrollTop, height: element.clientHeight }),
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element || row === null || row < 0) return
    const { scrollTop, clientHeight: height } = element
    const target = toScrollTop({ row, rowHeight, scrollTop, height })
    if (target !== undefined) element.scrollTop = target
  }, [row, rowHeight])
  return { ...window, scroller, onScroll: measure }
}
