import type { Ask, Wire } from '../http/wire.ts'

/** A request of a survey. What a page may read is no matter here: the relay sees what a client would. */
export function asSurvey(wire: Wire, ask: Ask): Ask {
  return {
    ...ask,
    purpose: `Survey: ${ask.purpose}`,
    diagnostic: 'survey',
    repeatable: true,
    via: wire.canRelay ? 'relay' : 'direct',
  }
}
