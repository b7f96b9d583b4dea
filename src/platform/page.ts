/** Work that is wanted once for however many calls: at the next frame, or soon where no frames are drawn. */
export function onceSoon(): (work: () => void) => void {
  let wanted: (() => void) | null = null
  const done = (): void => {
    const work = wanted
    wanted = null
    work?.()
  }
  return (work) => {
    const isFirst = wanted === null
    wanted = work
    if (!isFirst) return
    if (document.hidden) setTimeout(done, 50)
    else requestAnimationFrame(done)
  }
}

/** Epoch milliseconds with fractions, from one clock that never goes back. */
export function now(): number {
  return performance.timeOrigin + performance.now()
}

/** The address of callback.html beside this page, under any base path. */
export function callbackAddress(): string {
  return new URL('callback.html', pageAddress()).href
}

/** This page's own address, without query and fragment. */
export function pageAddress(): string {
  return new URL('./', location.origin + location.pathname).href
}

/** Practice servers on loopback ports, from the line that the local server writes into the page. */
export function findLocalPractice(): readonly string[] {
  const content = document.querySelector('meta[name="flow-practice"]')?.getAttribute('content')
  return content?.split(' ').filter((each) => each !== '') ?? []
}
