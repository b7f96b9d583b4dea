import { isRecord } from '../answer.ts'
import { ALWAYS } from '../door/cors.ts'
import { parsePeople } from '../door/people.ts'
import { recognisePeople } from '../door/recognise.ts'
import type { Log } from '../log-entry.ts'
import { TEAM_DEFAULTS } from '../program-usage.ts'
import { parseTargetPattern } from '../reach/target-pattern.ts'
import type { WebRelay, WebRelayOptions } from './web-handler.ts'
import { createWebRelay } from './web-handler.ts'

type Name = 'RELAY_PEOPLE' | 'RELAY_ORIGINS' | 'RELAY_TARGETS' | 'RELAY_RATE' | 'RELAY_AT_ONCE'
type Settings = Readonly<Record<Name, string>>

/** A setting of the host's that cannot be used; the message says which. */
class SettingError extends Error {}

/** Serves /relay and /health with the settings of its host; keeps one relay as long as they stay the same. */
export function makeWorker(
  log: Log,
): (request: Request, environment: unknown) => Promise<Response> {
  let kept: { readonly settings: string; readonly relay: WebRelay } | undefined
  const relayFor = (environment: unknown): WebRelay => {
    const settings = readSettings(environment)
    const mark = JSON.stringify(settings)
    kept = kept?.settings === mark ? kept : { settings: mark, relay: open(settings, log) }
    return kept.relay
  }
  return async (request, environment) => {
    const { pathname } = new URL(request.url)
    if (pathname !== '/relay' && pathname !== '/health') return say(404, 'The relay is at /relay.')
    try {
      const relay = relayFor(environment)
      return pathname === '/relay' ? await relay(request) : say(200, '{"status":"ok"}')
    } catch (cause) {
      if (!(cause instanceof SettingError)) throw cause
      return say(503, cause.message)
    }
  }
}

function say(status: number, text: string): Response {
  const type = status === 200 ? 'application/json' : 'text/plain; charset=utf-8'
  const headers = { ...ALWAYS, 'Content-Type': type }
  return new Response(`${text}\n`, { status, headers })
}

function open(settings: Settings, log: Log): WebRelay {
  return createWebRelay({ ...parseSettings(settings), log })
}

/** Throws a SettingError that names the setting which cannot be used. */
function parseSettings(settings: Settings): WebRelayOptions {
  const { people, problems } = parsePeople(settings.RELAY_PEOPLE)
  if (problems.length > 0 || people.length === 0) {
    throw new SettingError(`RELAY_PEOPLE: ${problems[0] ?? 'there is nobody in it.'}`)
  }
  return {
    recognise: recognisePeople(() => Promise.resolve(people)),
    origins: toList(settings.RELAY_ORIGINS).map(requireOrigin),
    targets: requireSome(settings.RELAY_TARGETS).map(requireTarget),
    pace: {
      perMinute: requireAmount(settings, 'RELAY_RATE') ?? TEAM_DEFAULTS.perMinute,
      atOnce: requireAmount(settings, 'RELAY_AT_ONCE') ?? TEAM_DEFAULTS.atOnce,
    },
  }
}

/** No name can be looked up in a worker, so the list is what keeps it out of private networks. */
function requireSome(text: string): readonly string[] {
  const list = toList(text)
  if (list.length > 0) return list
  throw new SettingError(
    'RELAY_TARGETS: name the hosts that may be called, such as *.tools.example. A worker cannot check to which address a name leads.',
  )
}

function requireTarget(text: string) {
  const pattern = parseTargetPattern(text)
  if (pattern === undefined) throw new SettingError(`RELAY_TARGETS: ${text} names no host.`)
  return pattern
}

function requireOrigin(text: string): string {
  if (URL.canParse(text) && /^https?:/.test(text)) return new URL(text).origin
  throw new SettingError(`RELAY_ORIGINS: ${text} is no http or https URL.`)
}

function requireAmount(settings: Settings, name: Name): number | undefined {
  const text = settings[name]
  if (text === '') return undefined
  if (/^[1-9]\d{0,9}$/.test(text)) return Number(text)
  throw new SettingError(`${name}: ${text} is no number from 1 on.`)
}

function toList(text: string): readonly string[] {
  return text.split(/[\s,]+/).filter((each) => each !== '')
}

function readSettings(environment: unknown): Settings {
  const read = (name: Name): string => {
    const value = isRecord(environment) ? environment[name] : undefined
    return typeof value === 'string' ? value : ''
  }
  return {
    RELAY_PEOPLE: read('RELAY_PEOPLE'),
    RELAY_ORIGINS: read('RELAY_ORIGINS'),
    RELAY_TARGETS: read('RELAY_TARGETS'),
    RELAY_RATE: read('RELAY_RATE'),
    RELAY_AT_ONCE: read('RELAY_AT_ONCE'),
  }
}
