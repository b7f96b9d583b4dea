import type { AbandonReason } from '../protocol/index.ts'
import { type Awaited, awaitCallback, endWaiting, isHandover, openChannel } from './handover.ts'

/** Milliseconds between looks at a pop-up: browsers have no event for its closing. */
const LOOK = 400

/** A pop-up opened in the click, before it is known where it goes. */
let prepared: Window | null = null

/** Opens an empty pop-up inside the person's click, as browsers allow it only there. */
export function preparePopup(): void {
  prepared = window.open('about:blank', '_blank', 'popup,width=560,height=720')
}

/** Closes a pop-up that was prepared and not needed. */
export function dropPopup(): void {
  prepared?.close()
  prepared = null
}

/** What to open, and how. */
export type Opening = {
  readonly url: string
  readonly by: 'same-tab' | 'popup'
  readonly run: string
  missed(why: AbandonReason): void
}

/** Sends the person to the authorization server: this tab, or a pop-up that is watched until it closes. */
export function openAuthorization(opening: Opening): void {
  const awaited: Awaited = {
    run: opening.run,
    state: new URL(opening.url, location.href).searchParams.get('state') ?? '',
    by: opening.by,
    back: `./${location.search}`,
  }
  awaitCallback(awaited)
  if (opening.by === 'same-tab') return location.assign(opening.url)
  const popup = takePopup(opening.url)
  if (!popup) {
    endWaiting()
    return opening.missed('popup-blocked')
  }
  watch(popup, opening)
}

/** Listens for answers that callback.html brings from a pop-up or another tab. */
export function listenForCallback(
  runOf: () => { readonly run: string; readonly state: string } | null,
  arrived: (url: string, again: boolean) => void,
): void {
  const channel = openChannel()
  const taken = new Set<string>()
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (!isHandover(data) || data.kind !== 'arrived') return
    const mine = runOf()
    if (!mine || (data.run !== mine.run && data.state !== mine.state)) return
    const again = taken.has(data.url)
    taken.add(data.url)
    endWaiting()
    channel.postMessage({ kind: 'taken', url: data.url, again })
    arrived(data.url, again)
  })
}

function takePopup(url: string): Window | null {
  const popup =
    prepared && !prepared.closed
      ? prepared
      : window.open('about:blank', '_blank', 'popup,width=560,height=720')
  prepared = null
  if (popup) popup.location.href = url
  return popup
}

function watch(popup: Window, opening: Opening): void {
  const timer = setInterval(() => {
    if (!popup.closed) return
    clearInterval(timer)
    // The answer may be on its way over the channel: it comes before this, or within one more look.
    setTimeout(() => opening.missed('popup-closed'), LOOK)
  }, LOOK)
}
