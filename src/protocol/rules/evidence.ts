import type { ExchangeId } from '../http/exchange.ts'
import type { Evidence } from '../run/rule.ts'

/** The address that was asked. */
export function inUrl(exchange: ExchangeId): Evidence {
  return { exchange, at: { part: 'url' } }
}

/** A header that was sent. */
export function inRequestHeader(exchange: ExchangeId, name: string): Evidence {
  return { exchange, at: { part: 'request-header', name } }
}

/** The status of the answer. */
export function inStatus(exchange: ExchangeId): Evidence {
  return { exchange, at: { part: 'status' } }
}

/** A header of the answer, or the place where it is missing. */
export function inHeader(
  exchange: ExchangeId,
  name: string,
  span?: readonly [from: number, to: number],
): Evidence {
  return { exchange, at: { part: 'response-header', name, ...(span && { span }) } }
}

/** The body of the answer, or the value at a JSON Pointer in it. */
export function inBody(exchange: ExchangeId, pointer?: string): Evidence {
  return { exchange, at: { part: 'response-body', ...(pointer !== undefined && { pointer }) } }
}

/** The exchange as a whole. */
export function inOutcome(exchange: ExchangeId): Evidence {
  return { exchange, at: { part: 'outcome' } }
}

/** A JSON Pointer made of member names and indexes (RFC 6901). */
export function pointer(...members: readonly (string | number)[]): string {
  return members
    .map((member) => `/${String(member).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('')
}
