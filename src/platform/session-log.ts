import type { RunEvent, RunSecrets } from '../protocol/index.ts'

const EVENT = 'flow:event:'
const SECRETS = 'flow:secrets'
const MODE = 'flow:mode'

/**
 * True once the document is on its way out. Its requests end then, each with an error that is none: what they would
 * add to the log is not so.
 */
let leaving = false
addEventListener('pagehide', () => {
  leaving = true
})
addEventListener('pageshow', () => {
  leaving = false
})

/**
 * The log of this tab's run, kept event by event in sessionStorage so that it survives reloads and the redirect.
 * Other tabs have their own. A body too large for the storage is kept without its text.
 */
export function keepEvent(event: RunEvent, index: number): void {
  if (leaving) return
  if (store(EVENT + index, JSON.stringify(event))) return
  store(EVENT + index, JSON.stringify(withoutBody(event)))
}

/** The kept events, in order; empty when there are none. */
export function readEvents(): readonly RunEvent[] {
  const events: RunEvent[] = []
  for (let index = 0; ; index += 1) {
    const text = sessionStorage.getItem(EVENT + index)
    if (text === null) return events
    const value: unknown = JSON.parse(text)
    if (!isEvent(value)) return events
    events.push(value)
  }
}

/** Forgets the kept events. */
export function forgetEvents(): void {
  const keys = Object.keys(sessionStorage).filter((key) => key.startsWith(EVENT))
  for (const key of keys) sessionStorage.removeItem(key)
}

/** The secrets of this tab's form: in sessionStorage, and nowhere else. */
export function keepSecrets(secrets: RunSecrets): void {
  store(SECRETS, JSON.stringify(secrets))
}

export function readSecrets(): RunSecrets {
  const text = sessionStorage.getItem(SECRETS)
  const value: unknown = text === null ? {} : JSON.parse(text)
  return isSecrets(value) ? value : {}
}

/** Whether the person walks step by step: a reload, or the redirect, does not change that. */
export function keepMode(mode: 'run' | 'step'): void {
  store(MODE, mode)
}

export function readMode(): 'run' | 'step' {
  return sessionStorage.getItem(MODE) === 'step' ? 'step' : 'run'
}

function store(key: string, text: string): boolean {
  try {
    sessionStorage.setItem(key, text)
    return true
  } catch {
    return false
  }
}

function withoutBody(event: RunEvent): RunEvent {
  if (event.type !== 'exchange-settled' || event.outcome.kind !== 'response') return event
  const { body } = event.outcome
  return {
    ...event,
    outcome: { ...event.outcome, body: { text: '', bytes: body.bytes, cut: 'size' } },
  }
}

/** This storage is written by this file only; the guard keeps out what another version left. */
function isEvent(value: unknown): value is RunEvent {
  return typeof value === 'object' && value !== null && 'type' in value && 'at' in value
}

function isSecrets(value: unknown): value is RunSecrets {
  return typeof value === 'object' && value !== null
}
