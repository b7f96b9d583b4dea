/** Which rows of a long list are drawn. */
export type RowWindow = { readonly first: number; readonly end: number }

const OVERSCAN = 8

/**
 * The rows to draw for a scroll position: those in sight and some around, with the start rounded down
 * so that scrolling by a row or two draws nothing anew.
 */
export function toRowWindow(list: {
  readonly count: number
  readonly rowHeight: number
  readonly scrollTop: number
  readonly height: number
}): RowWindow {
  const top = Math.max(0, Math.floor(list.scrollTop / list.rowHeight))
  const inSight = Math.ceil(list.height / list.rowHeight) + 1
  const first = Math.max(0, Math.floor((top - OVERSCAN) / OVERSCAN) * OVERSCAN)
  const end = Math.min(list.count, top - (top % OVERSCAN) + inSight + 2 * OVERSCAN)
  return { first: Math.min(first, Math.max(0, list.count - 1)), end }
}

/** Where to scroll so that a row is in sight; undefined when it already is. */
export function toScrollTop(list: {
  readonly row: number
  readonly rowHeight: number
  readonly scrollTop: number
  readonly height: number
}): number | undefined {
  const top = list.row * list.rowHeight
  if (top < list.scrollTop) return top
  if (top + list.rowHeight > list.scrollTop + list.height) {
    return Math.max(0, top + list.rowHeight - list.height)
  }
  return undefined
}
