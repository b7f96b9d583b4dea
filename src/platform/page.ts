/** Milliseconds from one drawing of a walk to the next: faster than that nobody reads, and the walk itself waits. */
const BETWEEN_DRAWINGS = 150
/** The same where a program waits for the end and nobody looks. */
const BETWEEN_UNSEEN_DRAWINGS = 2_000
/** Milliseconds in which a page that is being left for another is not drawn: most often it is gone by then. */
const WHILE_LEAVING = 300
/** Milliseconds after which a frame is not waited for any longer. */
const LONGEST_FRAME = 100

/** Work that is wanted once for however many calls: with the next frame, but not with each one. */
export function onceSoon(isSeen: boolean): (work: () => void) => void {
  const between = isSeen ? BETWEEN_DRAWINGS : BETWEEN_UNSEEN_DRAWINGS
  let wanted: (() => void) | null = null
  let last = isSeen ? -between : performance.now()
  const done = (): void => {
    const leaving = left + WHILE_LEAVING - performance.now()
    if (leaving > 0) return void setTimeout(done, leaving)
    const work = wanted
    wanted = null
    last = performance.now()
    work?.()
  }
  return (work) => {
    const isFirst = wanted === null
    wanted = work
    if (!isFirst) return
    const rest = last + between - performance.now()
    if (rest > 0) setTimeout(done, rest)
    else withFrame(done)
  }
}

/** When this page was last left for another. */
let left = Number.NEGATIVE_INFINITY

/** Goes to another address, and draws nothing until that has come or takes its time. */
export function leaveFor(url: string): void {
  left = performance.now()
  location.assign(url)
}

/** Work that can wait until what is on screen now has been drawn. */
export function afterDrawing(work: () => void): void {
  withFrame(() => setTimeout(work))
}

/**
 * Work for the next frame, or for soon after when there is none: a page that is hidden, or that its own pop-up covers,
 * has no frames, and may say all the same that it is visible.
 */
function withFrame(work: () => void): void {
  const once = (): void => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
    work()
  }
  const frame = requestAnimationFrame(once)
  const timer = setTimeout(once, document.hidden ? 0 : LONGEST_FRAME)
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

/** The client ID metadata document beside this page: it is one only at the address that the build was told. */
export function findClientDocument(): string | undefined {
  return PUBLIC_URL === pageAddress() ? new URL('client.json', PUBLIC_URL).href : undefined
}

/** Practice servers on loopback ports, from the line that the local server writes into the page. */
export function findLocalPractice(): readonly string[] {
  const content = document.querySelector('meta[name="flow-practice"]')?.getAttribute('content')
  return content?.split(' ').filter((each) => each !== '') ?? []
}

/** Whether the page's address carries a run behind its `#`. */
export function hasLinkedRun(): boolean {
  return location.hash.startsWith('#run=')
}
