import type { AbandonReason } from '../protocol/index.ts'
import { awaitCallback, endWaiting, isHandover, openChannel } from './handover.ts'
import { leaveFor } from './page.ts'

/** Milliseconds between looks at a pop-up: browsers have no event for its closing. */
const LOOK = 400

type Popup = { readonly window: Window; readonly id: string }

/** A pop-up opened in the click, before it is known where it goes. */
let prepared: Popup | null = null

/** The pop-up whose answer is waited for. */
let watched: { readonly popup: Popup; readonly timer: number } | null = null

/** Opens an empty pop-up inside the person's click, as browsers allow it only there. */
export function preparePopup(): void {
  dropPopup()
  prepared = openPopup()
}

/** Closes a pop-up that was prepared and not needed. */
export function dropPopup(): void {
  prepared?.window.close()
  prepared = null
}

/** What to open, and how. */
export type Opening = {
  readonly url: string
  readonly by: 'same-tab' | 'popup'
  missed(why: AbandonReason): void
}

/** Sends the person to the authorization server: this tab, or a pop-up that is watched until it closes. */
export function openAuthorization(opening: Opening): void {
  unwatch()
  if (opening.by === 'same-tab') {
    awaitCallback({
      by: 'same-tab',
      state: new URL(opening.url, location.href).searchParams.get('state') ?? '',
      back: `./${location.search}`,
      answered: false,
    })
    return leaveFor(opening.url)
  }
  const popup = prepared ?? openPopup()
  prepared = null
  if (!popup) return opening.missed('popup-blocked')
  popup.window.location.href = opening.url
  watch(popup, opening)
}

/** What the run on screen has asked the authorization server for, last. */
export type Asked = {
  readonly state: string
  /** False once an answer has come. */
  readonly waiting: boolean
}

/** Listens for answers that callback.html brings from a pop-up or another tab. */
export function listenForCallback(
  askedNow: () => Asked | null,
  arrived: (url: string) => void,
): void {
  const channel = openChannel()
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (!isHandover(data) || data.kind !== 'arrived') return
    const asked = askedNow()
    const isOurs = data.popup !== null && data.popup === watched?.popup.id
    if (!asked || (!isOurs && data.state !== asked.state)) return
    unwatch()
    channel.postMessage({ kind: 'taken', url: data.url, again: !asked.waiting })
    arrived(data.url)
  })
}

/** The pop-up is known by an id that it takes along in its copy of this tab's sessionStorage. */
function openPopup(): Popup | null {
  const id = crypto.randomUUID()
  awaitCallback({ by: 'popup', popup: id })
  const popup = window.open('about:blank', '_blank', 'popup,width=560,height=720')
  endWaiting()
  return popup && { window: popup, id }
}

function watch(popup: Popup, opening: Opening): void {
  const timer = window.setInterval(() => {
    if (!popup.window.closed) return
    clearInterval(timer)
    // The answer may be on its way over the channel: it comes before this, or within one more look.
    setTimeout(() => {
      if (watched?.timer !== timer) return
      watched = null
      opening.missed('popup-closed')
    }, LOOK)
  }, LOOK)
  watched = { popup, timer }
}

function unwatch(): void {
  if (watched) clearInterval(watched.timer)
  watched = null
}
