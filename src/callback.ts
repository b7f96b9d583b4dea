import {
  type Awaited,
  awaitCallback,
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
if (awaited?.by === 'same-tab' && isAnswer(awaited)) goBack(awaited)
else handOver(awaited?.by === 'popup' ? awaited.popup : null)

type SameTab = Extract<Awaited, { by: 'same-tab' }>

/** What comes first is for the page to judge, whatever is in it; what comes later only if it is the same answer again. */
function isAnswer(awaited: SameTab): boolean {
  return !awaited.answered || parameters.get('state') === awaited.state
}

function goBack(awaited: SameTab): void {
  leaveArrival(url)
  awaitCallback({ ...awaited, answered: true })
  location.replace(new URL(awaited.back, location.href))
}

/** A pop-up, or a tab of its own: whoever waits for this answer takes it over the channel. */
function handOver(popup: string | null): void {
  const channel = openChannel()
  const nobody = setTimeout(() => showOrphan(), PATIENCE)
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (!isHandover(data) || data.kind !== 'taken' || data.url !== url) return
    clearTimeout(nobody)
    show(data.again ? AGAIN : TAKEN)
    if (popup !== null && !data.again) window.close()
  })
  channel.postMessage({ kind: 'arrived', url, popup, state: parameters.get('state') })
}

/** An error is not repeated here: it may not be shown before its issuer is known (RFC 9207). */
const TAKEN = parameters.has('error')
  ? 'The answer is an error, and the debugger has it. You can close this page.'
  : 'The debugger has the answer. You can close this page.'
const AGAIN =
  'An answer has come before. The debugger has noted this one and goes on with the first. You can close this page.'

function show(words: string): void {
  const status = document.getElementById('status')
  if (status) status.textContent = words
}

function showOrphan(): void {
  const state = parameters.get('state')
  if (!parameters.has('code') && !parameters.has('error')) {
    return show(
      'This page takes the answer of an authorization server, and there is none in its address.',
    )
  }
  show(
    state === null
      ? 'The answer carries no state, and no walk in this browser waits for one. Paste the address below into the debugger.'
      : `No walk in this browser waits for an answer with the state ${state}. It may belong to another browser: then paste the address below into the debugger there.`,
  )
  offerAddress()
}

/** The address is shown as text to copy, so that nothing is lost. It is not put back into the address bar. */
function offerAddress(): void {
  const field = document.getElementById('address')
  if (!(field instanceof HTMLTextAreaElement)) return
  field.value = url
  field.hidden = false
  field.focus()
  field.select()
}
