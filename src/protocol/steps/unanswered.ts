import type { Exchange } from '../http/exchange.ts'
import type { RpcAnswer } from '../http/json-rpc.ts'
import type { StepResult } from '../run/events.ts'

/** The rest of a sentence that ends with the status of an answer that was not the one hoped for. */
export function saidBy(rpc: RpcAnswer): string {
  switch (rpc.kind) {
    case 'error':
      return ` and the error ${rpc.error.code}: ${withFullStop(rpc.error.message)}`
    case 'none':
      return `. ${withFullStop(rpc.why)}`
    case 'result':
      return '.'
  }
}

function withFullStop(text: string): string {
  return text.endsWith('.') ? text : `${text}.`
}

/** The failed step that an exchange without a readable answer leaves behind. */
export function unanswered(exchange: Exchange, who: string): StepResult {
  const { outcome } = exchange
  const timeout = outcome.kind === 'aborted' && outcome.by === 'timeout'
  const other = outcome.kind === 'redirect-hidden' ? 'redirected' : 'unreachable'
  return {
    kind: 'failed',
    error: {
      code: timeout ? 'timeout' : other,
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
      return `${who} answered ${request.url} with ${outcome.status}, which is no status of HTTP.`
    case 'navigated':
    case 'opaque':
    case 'pending':
      return `There is no answer from ${request.url}.`
  }
}
