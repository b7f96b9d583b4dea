import { RELAY_SECRET_HEADER } from '../wire.ts'
import type { Knock } from './guard.ts'
import type { ShortAnswer } from './refusal.ts'

/** On every answer, whoever asks. */
export const ALWAYS = { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' } as const

/** To be used only for an origin that `checkOrigin` let in; without cookies, ever. */
export function toCors(knock: Knock): Readonly<Record<string, string>> {
  const origin = knock.header('origin')
  return { Vary: 'Origin', ...(origin !== undefined && { 'Access-Control-Allow-Origin': origin }) }
}

export const PREFLIGHT: ShortAnswer = {
  status: 204,
  headers: {
    'Access-Control-Allow-Methods': 'POST',
    'Access-Control-Allow-Headers': `content-type, ${RELAY_SECRET_HEADER}`,
    'Access-Control-Max-Age': '600',
  },
  body: '',
}
