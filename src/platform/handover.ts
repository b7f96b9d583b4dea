/**
 * How callback.html hands an answer to the page that waits for it. This file is all that callback.html loads besides
 * its own words, so it imports nothing.
 */

const WAITING = 'flow:waiting'
const ARRIVED = 'flow:arrived'
const CHANNEL = 'flow:callback'

/** What this tab waits for, as callback.html needs to know it. */
export type Awaited =
  /** The tab itself has left for the authorization server. `answered` once it has come back. */
  | {
      readonly by: 'same-tab'
      readonly state: string
      /** The page's address to go back to, relative to callback.html. */
      readonly back: string
      readonly answered: boolean
    }
  /** A pop-up has inherited this with the sessionStorage of the tab that opened it. */
  | { readonly by: 'popup'; readonly popup: string }

/** A message from callback.html to the tabs of this origin, and their acknowledgement. */
export type Handover =
  | {
      readonly kind: 'arrived'
      readonly url: string
      readonly popup: string | null
      readonly state: string | null
    }
  | { readonly kind: 'taken'; readonly url: string; readonly again: boolean }

/** Notes what this tab waits for, before the browser leaves. */
export function awaitCallback(awaited: Awaited): void {
  sessionStorage.setItem(WAITING, JSON.stringify(awaited))
}

/** What this tab, or the tab that opened it, waits for. */
export function readAwaited(): Awaited | null {
  const value: unknown = JSON.parse(sessionStorage.getItem(WAITING) ?? 'null')
  return isAwaited(value) ? value : null
}

/** Nothing is waited for any more. */
export function endWaiting(): void {
  sessionStorage.removeItem(WAITING)
}

/** Leaves the answer in this tab for the page that it goes back to. */
export function leaveArrival(url: string): void {
  sessionStorage.setItem(ARRIVED, url)
}

/** Takes the answer that callback.html left, once. */
export function takeArrival(): string | null {
  const url = sessionStorage.getItem(ARRIVED)
  sessionStorage.removeItem(ARRIVED)
  return url
}

/** The channel between callback.html and the tabs of this origin. */
export function openChannel(): BroadcastChannel {
  return new BroadcastChannel(CHANNEL)
}

/** Narrows what came over the channel. */
export function isHandover(value: unknown): value is Handover {
  return typeof value === 'object' && value !== null && 'kind' in value && 'url' in value
}

function isAwaited(value: unknown): value is Awaited {
  return typeof value === 'object' && value !== null && 'by' in value
}
