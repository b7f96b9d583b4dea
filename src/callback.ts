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
const awaited = readAwaited()
const goesBack = awaited?.by === 'same-tab' && isAnswer(awaited)
// Code, state and iss leave the address bar before anything else happens.
history.replaceState(null, '', goesBack ? new URL(awaited.back, url) : location.pathname)
if (goesBack) void goBack(awaited)
else handOver(awaited?.by === 'popup' ? awaited.popup : null)

type SameTab = Extract<Awaited, { by: 'same-tab' }>

/** What comes first is for the page to judge, whatever is in it; what comes later only if it is the same answer again. */
function isAnswer(awaited: SameTab): boolean {
  return !awaited.answered || parameters.get('state') === awaited.state
}

/** This document becomes the page: to load another one would only take time. */
async function goBack(awaited: SameTab): Promise<void> {
  leaveArrival(url)
  awaitCallback({ ...awaited, answered: true })
  document.title = 'MCP Flow Debugger'
  document.querySelector('link[href$="callback.css"]')?.remove()
  const root = document.createElement('div')
  document.body.replaceChildren(root)
  // The walk goes on at once, so that its code is needed as soon as the page is.
  void import('./protocol/engine.ts')
  const { showPage } = await import('./show-page.tsx')
  showPage(root)
}

/** A pop-up, or a tab of its own: whoever waits for this answer takes it over the channel. */
function handOver(popup: string | null): void {
  const channel = openChannel()
  const nobody = setTimeout(() => showOrphan(), PATIENCE)
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (!isHandover(data) || data.kind !== 'taken' || data.url !== url) return
    clearTimeout(nobody)
    if (data.again) show('again', AGAIN)
    else show(parameters.has('error') ? 'error' : 'success', TAKEN)
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

function show(state: 'success' | 'error' | 'again' | 'nobody', words: string): void {
  document.documentElement.dataset['state'] = state
  const status = document.getElementById('status')
  if (status) status.textContent = words
}

function showOrphan(): void {
  const state = parameters.get('state')
  if (!parameters.has('code') && !parameters.has('error')) {
    return show(
      'nobody',
      'This page takes the answer of an authorization server, and there is none in its address.',
    )
  }
  show(
    'nobody',
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
