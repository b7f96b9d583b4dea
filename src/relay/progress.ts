import type { Target } from './reach/target.ts'
import type { RelayTiming } from './wire.ts'

export type Phase = 'resolving' | 'connecting' | 'securing' | 'waiting' | 'reading'

/** When each phase was over, by `performance.now()`. Filled in as the request goes on. */
export type Progress = {
  readonly started: number
  resolved?: number
  connected?: number
  secured?: number
  answered?: number
}

export function startProgress(): Progress {
  return { started: performance.now() }
}

export function toPhase(progress: Progress, target: Target): Phase {
  if (progress.resolved === undefined) return 'resolving'
  if (progress.connected === undefined) return 'connecting'
  if (target.secure && progress.secured === undefined) return 'securing'
  return progress.answered === undefined ? 'waiting' : 'reading'
}

export function toTiming(progress: Progress, target: Target): RelayTiming {
  const { started, resolved = started, connected = resolved } = progress
  const { secured = connected, answered = secured } = progress
  return {
    dns: target.isAddress ? null : toTenths(resolved - started),
    connect: toTenths(connected - resolved),
    tls: target.secure ? toTenths(secured - connected) : null,
    firstByte: toTenths(answered - secured),
  }
}

export function toTotal(progress: Progress): number {
  return toTenths(performance.now() - progress.started)
}

function toTenths(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10
}
