import { type RefObject, useEffect, useLayoutEffect, useState } from 'react'
import { toRowWindow, toScrollTop } from '../parts/window-of-rows.ts'
import { CELL_WIDTH } from './measures.ts'

type Columns = {
  readonly count: number
  /** The width at the left that no cell is ever seen in. */
  readonly head: number
}

/** Keeps the columns in sight of a scrolling element, which begins at its right end. */
export function useColumnWindow(scroller: RefObject<HTMLElement | null>, { count, head }: Columns) {
  const [size, setSize] = useState({ left: count * CELL_WIDTH, width: 1000 })
  const window = toRowWindow({
    count,
    rowHeight: CELL_WIDTH,
    scrollTop: size.left,
    height: size.width,
  })

  function measure() {
    const element = scroller.current
    if (!element || element.clientWidth === 0) return
    setSize({ left: element.scrollLeft, width: element.clientWidth - head })
  }
  function onScroll() {
    const element = scroller.current
    if (!element) return
    const after = toRowWindow({
      count,
      rowHeight: CELL_WIDTH,
      scrollTop: element.scrollLeft,
      height: element.clientWidth - head,
    })
    if (after.first !== window.first || after.end !== window.end) measure()
  }
  useLayoutEffect(() => {
    scroller.current?.scrollTo({ left: count * CELL_WIDTH })
  }, [scroller, count])
  useEffect(() => {
    const element = scroller.current
    if (!element) return undefined
    const look = () => {
      if (element.clientWidth === 0) return
      setSize({ left: element.scrollLeft, width: element.clientWidth - head })
    }
    const observer = new ResizeObserver(look)
    observer.observe(element)
    return () => observer.disconnect()
  }, [scroller, head])
  return {
    first: window.first,
    end: window.end,
    onScroll,
    /** Brings a column into sight, and draws it. */
    reveal(column: number) {
      const element = scroller.current
      if (!element) return
      const left = toScrollTop({
        row: column,
        rowHeight: CELL_WIDTH,
        scrollTop: element.scrollLeft,
        height: element.clientWidth - head,
      })
      if (left === undefined) return
      element.scrollTo({ left })
      measure()
    },
  }
}
