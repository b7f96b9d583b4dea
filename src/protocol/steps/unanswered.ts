import type { Exchange } from '../http/exchange.ts'
import type { StepResult } from '../run/events.ts'

/** The failed step that an exchange without a readable answer leaves behind. */
export function unanswered(exchange: Exchange, who: string): StepResult {
  const { outcome } = exchange
  const timeout = outcome.kind === 'aborted' && outcome.by === 'timeout'
  return {
    kind: 'failed',
    error: {
      code: timeout ? 'timeout' : 'unreachable',
      message: sentence(exchange, who),
      exchange: exchange.id,
    },
    facts: {},
  }
}

function sentence(exchange: Exchange, who: string): string {
  const { outcome, request, startedAt } = exchange
  switch (outcome.kind) {
    case 'aborted': {
      const seconds = Math.round((outcome.endedAt - startedAt) / 100) / 10
      return `${who} gave no answer at ${request.url} within ${seconds} s.`
    }
    case 'redirect-hidden':
      return `${request.url} redirects, and a browser does not show where to.`
    case 'unreadable':
      return outcome.reason === undefined
        ? `The browser could not read an answer from ${request.url}; it gives no reason.`
        : `${who} could not be reached at ${request.url}: ${outcome.message}`
    case 'response':
    case 'navigated':
    case 'opaque':
    case 'pending':
      return `There is no answer from ${request.url}.`
  }
}
