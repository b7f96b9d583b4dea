import { type Exchange, answerOf } from '../../http/exchange.ts'
import { readRpcAnswer } from '../../http/json-rpc.ts'
import { isJsonObject } from '../../http/json.ts'

/** What an answer to a modern request says about the server's era (digest section 2.8). A 401 says nothing. */
export type EraReading =
  | { readonly kind: 'modern' }
  | { readonly kind: 'legacy'; readonly why: string }
  /** A modern server that wants another version. */
  | { readonly kind: 'other-version'; readonly supported: readonly string[] }
  | { readonly kind: 'unknown' }

/** A browser that got no answer may have been refused the modern headers at the preflight; `initialize` has none. */
export function mayBeRefusedPreflight({ outcome, via }: Exchange): boolean {
  return outcome.kind === 'unreadable' && via === 'direct'
}

/** Why a client turns to `initialize` after its modern request. */
export function whyNotModern(era: EraReading): string {
  switch (era.kind) {
    case 'legacy':
      return era.why
    case 'other-version':
      return `the server speaks ${era.supported.join(', ') || 'another version'}`
    case 'modern':
    case 'unknown':
      return 'nothing shows that the server knows 2026-07-28'
  }
}

const MODERN_ERRORS = new Set([-32020, -32021, -32022])

/** Reads the era from the answer to `server/discover` or a modern `tools/list`. */
export function readEra(exchange: Exchange, id: string): EraReading {
  const answer = answerOf(exchange)
  if (!answer || answer.status === 401 || answer.status === 403) return { kind: 'unknown' }
  const rpc = readRpcAnswer(answer, id)
  if (rpc.kind === 'result') {
    if (rpc.result.resultType !== undefined) return { kind: 'modern' }
    return { kind: 'legacy', why: 'the result has no resultType, which 2026-07-28 requires' }
  }
  if (rpc.kind === 'error') return readError(answer.status, rpc.error)
  if ([400, 404, 405].includes(answer.status)) {
    return { kind: 'legacy', why: `the modern request was answered with ${answer.status}` }
  }
  return { kind: 'unknown' }
}

function readError(
  status: number,
  error: { code: number; message: string; data?: unknown },
): EraReading {
  if (error.code === -32022) return { kind: 'other-version', supported: supportedOf(error.data) }
  if (MODERN_ERRORS.has(error.code)) return { kind: 'modern' }
  if (error.code === -32602 && status === 400 && error.message.includes('_meta'))
    return { kind: 'modern' }
  return {
    kind: 'legacy',
    why: `the modern request was answered with error ${error.code}: ${error.message}`,
  }
}

function supportedOf(data: unknown): readonly string[] {
  const supported = isJsonObject(data) ? data.supported : undefined
  return Array.isArray(supported) ? supported.filter((entry) => typeof entry === 'string') : []
}
