import type { Exchange } from '../http/exchange.ts'
import type { Ask, Navigation, Wire } from '../http/wire.ts'
import type { RunEvent } from '../run/events.ts'
import { type Evidence, findAnswer } from './record.ts'

/** Thrown by a replay that comes to a request which the run never made; never leaves this folder. */
export class NotRecorded extends Error {
  readonly ask: Ask
  constructor(ask: Ask) {
    super(`${ask.method} ${ask.url}`)
    this.ask = ask
  }
}

/** A wire that answers from the record, and sends nothing. */
export function createReplayWire(evidence: Evidence, log: { add(event: RunEvent): void }): Wire {
  const seen = new Set<string>()
  const note = (exchange: Exchange): Exchange => {
    if (!seen.has(exchange.id)) {
      log.add({ type: 'exchange-started', at: exchange.startedAt, exchange })
    }
    seen.add(exchange.id)
    return exchange
  }
  return {
    canRelay: false,
    send(ask) {
      const found = findAnswer(evidence, ask)
      return found ? Promise.resolve(note(asOwn(found, ask))) : Promise.reject(new NotRecorded(ask))
    },
    ahead: () => undefined,
    leave: () => undefined,
    checkReadable: () => undefined,
    maySend: () => Promise.resolve(true),
    navigate: (navigation) => note(navigated(evidence, navigation)),
    settle: () => Promise.resolve(),
  }
}

/** The recorded exchange as one of this walk: its id stays, so that whoever asks is led to the evidence. */
function asOwn(found: Exchange, ask: Ask): Exchange {
  const { ahead: _, diagnostic: __, after: ___, ...exchange } = found
  return { ...exchange, step: ask.step, to: ask.to, via: 'relay' }
}

function navigated({ run }: Evidence, { step, purpose, to, url, arrived }: Navigation): Exchange {
  const known = run.exchanges.findLast((each) => each.via === 'navigation' && each.step === step)
  const at = known?.startedAt ?? run.endedAt
  return {
    id: known?.id ?? step,
    step,
    purpose,
    to,
    via: 'navigation',
    startedAt: at,
    request: { method: 'GET', url, headers: [], body: null },
    outcome: arrived ? { kind: 'navigated', endedAt: at } : { kind: 'pending' },
  }
}
