import type { Phase, Progress } from './progress.ts'
import { toPhase } from './progress.ts'
import type { Target } from './reach/target.ts'
import type { RelayFailureCode } from './wire.ts'

export type Failure = {
  readonly kind: 'failed'
  readonly code: RelayFailureCode
  readonly message: string
}

/** The code of the error for an answer that leaves HTTP; Node has none of its own. */
export const UNASKED_UPGRADE = 'UNASKED_UPGRADE'

export function failed(code: RelayFailureCode, message: string): Failure {
  return { kind: 'failed', code, message }
}

/** Says what Node's error means for this target, judged by how far the request had come. */
export function explainError(cause: unknown, target: Target, progress: Progress): Failure {
  const { code, message } = readError(cause)
  const place = `${target.hostname} port ${target.port}`
  const phase = toPhase(progress, target)
  if (code.startsWith('HPE_') || code === UNASKED_UPGRADE) {
    return failed('protocol', `What ${place} answered is not valid HTTP: ${message} (${code}).`)
  }
  switch (phase) {
    case 'resolving':
      return failed('name-not-found', `No address was found for ${target.hostname} (${code}).`)
    case 'connecting':
      return explainConnect(code, place)
    case 'securing':
      return failed('tls', `No secure connection to ${place}: ${message} (${code}).`)
    case 'waiting':
      return failed(
        'connection-reset',
        `${place} broke the connection before it answered (${code}).`,
      )
    case 'reading':
      return failed(
        'connection-reset',
        `${place} broke the connection within its answer (${code}).`,
      )
  }
}

function explainConnect(code: string, place: string): Failure {
  switch (code) {
    case 'ECONNREFUSED':
      return failed('connection-refused', `Nothing accepts connections at ${place} (${code}).`)
    case 'ETIMEDOUT':
      return failed('timeout', `No connection to ${place} came about in time (${code}).`)
    case 'ECONNRESET':
      return failed('connection-reset', `${place} broke the connection at once (${code}).`)
    default:
      return failed('connection-refused', `${place} cannot be reached (${code}).`)
  }
}

const WAITED_FOR: Record<Phase, string> = {
  resolving: 'an address for',
  connecting: 'a connection to',
  securing: 'a secure connection to',
  waiting: 'an answer from',
  reading: 'the end of the answer from',
}

export function explainTimeout(target: Target, progress: Progress, timeout: number): Failure {
  const place = `${target.hostname} port ${target.port}`
  return failed(
    'timeout',
    `Waited ${timeout} ms for ${WAITED_FOR[toPhase(progress, target)]} ${place}.`,
  )
}

/** The code and the words of whatever was thrown. */
export function readError(cause: unknown): { readonly code: string; readonly message: string } {
  if (!(cause instanceof Error)) return { code: 'UNKNOWN', message: String(cause) }
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.name
  return { code, message: cause.message }
}
