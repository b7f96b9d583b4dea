import {
  endWaiting,
  isHandover,
  leaveArrival,
  openChannel,
  readAwaited,
} from './platform/handover.ts'

/** Milliseconds that another tab has to say that it waits for this answer. */
const PATIENCE = 1_500

const url = location.href
const parameters = new URL(url).searchParams
// Code, state and iss leave the address bar before anything else happens.
history.replaceState(null, '', location.pathname)

const awaited = readAwaited()
if (awaited?.by === 'same-tab') goBack(awaited.back)
else handOver(awaited?.run ?? null)

/** The same tab left for the authorization server: the page takes the answer, whatever is in it, and judges it. */
function goBack(back: string): void {
  leaveArrival(url)
  endWaiting()
  location.replace(new URL(back, location.href))
}

/** A pop-up, or a tab of its own: whoever waits for this answer takes it over the channel. */
function handOver(run: string | null): void {
  const channel = openChannel()
  const nobody = setTimeout(() => show('nobody'), PATIENCE)
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (!isHandover(data) || data.kind !== 'taken' || data.url !== url) return
    clearTimeout(nobody)
    show(data.again ? 'again' : parameters.has('error') ? 'error' : 'success')
    if (!data.again && run !== null) window.close()
  })
  channel.postMessage({ kind: 'arrived', url, run, state: parameters.get('state') })
}

type Showing = 'success' | 'error' | 'again' | 'nobody'

function show(what: Showing): void {
  const words: { readonly [showing in Showing]: string } = {
    success: 'The debugger has the answer. You can close this page.',
    error: `The authorization server answered with error=${parameters.get('error') ?? ''}. The debugger has the answer; you can close this page.`,
    again:
      'This answer arrived before. The debugger has noted the second arrival and uses the first.',
    nobody: orphan(),
  }
  document.documentElement.dataset.state = what
  const status = document.getElementById('status')
  if (status) status.textContent = words[what]
  if (what === 'nobody') offerAddress()
}

function orphan(): string {
  const state = parameters.get('state')
  if (!parameters.has('code') && !parameters.has('error'))
    return 'This page takes the answer of an authorization server, and there is none in its address.'
  if (state === null)
    return 'The answer carries no state, and no walk in this browser waits for one. Paste the address below into the debugger.'
  return `No walk in this browser waits for an answer with the state ${state}. It may have come a second time, or belong to another browser; then paste the address below into the debugger there.`
}

/** The address is shown as text to copy, so that nothing is lost. It is not put back into the address bar. */
function offerAddress(): void {
  if (!parameters.has('code') && !parameters.has('error')) return
  const field = document.getElementById('address')
  if (!(field instanceof HTMLTextAreaElement)) return
  field.value = url
  field.hidden = false
  field.focus()
  field.select()
}
