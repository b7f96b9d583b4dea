import type { NetworkReason, Outcome } from '../../protocol/index.ts'

/** A word or number for how an exchange ended, short enough for a narrow column. */
export type Status = { readonly text: string; readonly kind: 'good' | 'plain' }

const REASONS: { readonly [reason in NetworkReason]: string } = {
  'bad-url': 'bad url',
  'bad-scheme': 'bad scheme',
  'refused-address': 'forbidden',
  'name-not-found': 'no host',
  'connection-refused': 'refused',
  'connection-reset': 'reset',
  tls: 'no tls',
  timeout: 'time-out',
  protocol: 'no http',
  relay: 'no relay',
  'relay-refused': 'not relayed',
}

/** How an outcome is called in a row. */
export function toStatus(outcome: Outcome): Status {
  switch (outcome.kind) {
    case 'response':
      return {
        text: String(outcome.status),
        kind: outcome.status >= 200 && outcome.status < 300 ? 'good' : 'plain',
      }
    case 'pending':
      return { text: '…', kind: 'plain' }
    case 'redirect-hidden':
      return { text: 'redirect', kind: 'plain' }
    case 'unreadable':
      return { text: outcome.reason ? REASONS[outcome.reason] : 'unread', kind: 'plain' }
    case 'aborted':
      return { text: outcome.by === 'user' ? 'stopped' : 'time-out', kind: 'plain' }
    case 'navigated':
      return { text: 'back', kind: 'good' }
    case 'opaque':
      return { text: 'answers', kind: 'plain' }
  }
}

/** The same in a sentence. */
export function toStatusSentence(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'response':
      return `Answered with ${outcome.status}.`
    case 'pending':
      return 'No answer yet.'
    case 'redirect-hidden':
      return 'The answer is a redirect, and a browser hides from a page where it leads. Through the relay the Location can be seen.'
    case 'unreadable':
      return toUnreadableSentence(outcome)
    case 'aborted':
      return outcome.by === 'user'
        ? 'Stopped by you before an answer came.'
        : 'Given up: no answer within the time-out.'
    case 'navigated':
      return 'The browser itself went there; a page sees the address, not the traffic.'
    case 'opaque':
      return 'The host answers. Nothing else can be seen: this request was made in the mode that hides the answer.'
  }
}

function toUnreadableSentence(outcome: Extract<Outcome, { kind: 'unreadable' }>): string {
  return outcome.reason === undefined
    ? `The browser gave the page no answer and no reason, only “${outcome.message}”: a missing CORS header and a host that is down look the same from here.`
    : `The relay could not get an answer: ${outcome.message}`
}
