import { parseArgs } from 'node:util'
import type { Pace } from './door/admission.ts'
import { isPersonName } from './door/people.ts'
import { isLoopback, isWildcard, toUrlHost } from './own-host.ts'
import { DEFAULT_PORT, TEAM_DEFAULTS } from './program-usage.ts'
import type { AddressPolicy } from './reach/addresses.ts'
import { isAddressBlock } from './reach/addresses.ts'
import type { TargetPattern } from './reach/target-pattern.ts'
import { parseTargetPattern } from './reach/target-pattern.ts'
import type { RelayLimits } from './wire.ts'
import { RELAY_LIMITS } from './wire.ts'

export type ProgramOptions = {
  readonly kind: 'options'
  readonly port: number
  readonly host: string
  readonly origins: readonly string[]
  readonly hosts: readonly string[]
  readonly addresses: AddressPolicy
  readonly allowedAddresses: readonly string[]
  readonly targets: readonly TargetPattern[]
  readonly privateTargets: readonly TargetPattern[]
  /** The file with the people of a team; undefined for a relay of one's own. */
  readonly people: string | undefined
  readonly pace: Pace
  readonly limits: RelayLimits
  /** Milliseconds that what is under way gets at the end. */
  readonly grace: number
  readonly isLogging: boolean
}

export type ParsedOptions =
  | ProgramOptions
  | { readonly kind: 'help' }
  | { readonly kind: 'new-token'; readonly people: string; readonly name: string }
  | { readonly kind: 'wrong'; readonly message: string }

type Read = Exclude<ReturnType<typeof readArguments>, string>

export function parseOptions(argv: readonly string[]): ParsedOptions {
  const read = readArguments(argv)
  if (typeof read === 'string') return { kind: 'wrong', message: read }
  if (read.help) return { kind: 'help' }
  const wrong = findWrong(read)
  if (wrong !== undefined) return { kind: 'wrong', message: wrong }
  const { people, 'new-token': name } = read
  if (name === undefined) return toOptions(read)
  if (people !== undefined) return { kind: 'new-token', people, name }
  return { kind: 'wrong', message: '--new-token needs --people FILE, where the name is written to' }
}

function toOptions(read: Read): ProgramOptions {
  const { host, people } = read
  const isTeam = people !== undefined
  const names = isLoopback(host) || isWildcard(host) ? [] : [toUrlHost(host)]
  const isShared = read['public-only'] || isTeam || !isLoopback(host)
  return {
    kind: 'options',
    port: Number(read.port),
    host,
    origins: read['allow-origin'].flatMap((url) => toOrigin(url) ?? []),
    // Loopback names are known to the relay anyway, and no caller uses the name of "every address".
    hosts: [...names, ...read['allow-host']],
    addresses: isShared ? 'public-only' : 'any',
    allowedAddresses: read['allow-address'],
    targets: read['allow-target'].flatMap((text) => parseTargetPattern(text) ?? []),
    privateTargets: read['allow-private'].flatMap((text) => parseTargetPattern(text) ?? []),
    people,
    pace: toPace(read, isTeam),
    limits: toLimits(read),
    grace: Number(read.grace ?? (isTeam ? TEAM_DEFAULTS.grace : 0)),
    isLogging: read.log || isTeam,
  }
}

function toPace({ rate, 'at-once': atOnce }: Read, isTeam: boolean): Pace {
  const { perMinute, atOnce: together } = isTeam ? TEAM_DEFAULTS : {}
  const [most, inside] = [toNumber(rate) ?? perMinute, toNumber(atOnce) ?? together]
  return {
    ...(most !== undefined && { perMinute: most }),
    ...(inside !== undefined && { atOnce: inside }),
  }
}

function toLimits(read: Read): RelayLimits {
  return {
    ...RELAY_LIMITS,
    requestBytes: toNumber(read['request-bytes']) ?? RELAY_LIMITS.requestBytes,
    maximumAnswerBytes: toNumber(read['answer-bytes']) ?? RELAY_LIMITS.maximumAnswerBytes,
    maximumTimeout: toNumber(read.timeout) ?? RELAY_LIMITS.maximumTimeout,
  }
}

function toNumber(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text)
}

type Check = readonly [isRight: (text: string) => boolean, wanted: string]

const AMOUNT: Check = [(text) => /^[1-9]\d{0,9}$/.test(text), 'this is no number from 1 on']
const TARGET: Check = [
  (text) => parseTargetPattern(text) !== undefined,
  'a target is a host such as tools.example, *.tools.example or tools.example:8443',
]

const CHECKS: { readonly [option in keyof Read]?: Check } = {
  port: [
    (text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535,
    'a port is a number from 0 to 65535',
  ],
  'allow-origin': [(text) => toOrigin(text) !== undefined, 'this is no http or https URL'],
  'allow-address': [isAddressBlock, 'neither an address nor a block'],
  'allow-target': TARGET,
  'allow-private': TARGET,
  'new-token': [isPersonName, 'a name has up to 64 letters, digits and . @ + - _'],
  rate: AMOUNT,
  'at-once': AMOUNT,
  'request-bytes': AMOUNT,
  'answer-bytes': AMOUNT,
  timeout: AMOUNT,
  grace: [(text) => /^\d{1,9}$/.test(text), 'this is no number of milliseconds'],
}

/** One line about the first value that an option does not take. */
function findWrong(read: Read): string | undefined {
  for (const [option, value] of Object.entries(read)) {
    const [isRight, wanted] = findCheck(option) ?? []
    const values = [value].flat().filter((each) => typeof each === 'string')
    const wrong = values.find((text) => isRight?.(text) === false)
    if (wrong !== undefined) return `--${option} ${wrong}: ${wanted}`
  }
  return undefined
}

function findCheck(option: string): Check | undefined {
  return Object.entries(CHECKS).find(([name]) => name === option)?.[1]
}

function readArguments(argv: readonly string[]) {
  const none: string[] = []
  const list = { type: 'string', multiple: true, default: none } as const
  const text = { type: 'string' } as const
  const flag = { type: 'boolean', default: false } as const
  try {
    return parseArgs({
      args: [...argv],
      options: {
        port: { type: 'string', default: String(DEFAULT_PORT) },
        host: { type: 'string', default: 'localhost' },
        'allow-origin': list,
        'allow-host': list,
        'allow-address': list,
        'allow-target': list,
        'allow-private': list,
        'public-only': flag,
        people: text,
        'new-token': text,
        rate: text,
        'at-once': text,
        'request-bytes': text,
        'answer-bytes': text,
        timeout: text,
        grace: text,
        log: flag,
        help: flag,
      },
    }).values
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause
    return cause.message.split(/\. |\.?\n/, 1).join('')
  }
}

function toOrigin(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined
  const url = new URL(text)
  return /^https?:$/.test(url.protocol) ? url.origin : undefined
}
