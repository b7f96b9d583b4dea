import { parseArgs } from 'node:util'
import type { AddressPolicy } from './addresses.ts'
import { isAddressBlock } from './addresses.ts'

export type ProgramOptions = {
  readonly kind: 'options'
  readonly port: number
  readonly host: string
  readonly origins: readonly string[]
  readonly hosts: readonly string[]
  readonly addresses: AddressPolicy
  readonly allowedAddresses: readonly string[]
}

export type ParsedOptions =
  | ProgramOptions
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly message: string }

const DEFAULT_PORT = '4290'

export const USAGE = `Usage: npm run relay -- [options]
  --port N                 port to listen on (default ${DEFAULT_PORT}; a taken one moves on)
  --host ADDRESS           address to listen on (default localhost; any other implies --public-only)
  --allow-origin URL       page that may use the relay, repeatable
  --allow-host NAME        further name the relay answers to, repeatable
  --public-only            refuse private, loopback and link-local targets
  --allow-address ADDRESS  address or block to call all the same, repeatable`

export function parseOptions(argv: readonly string[]): ParsedOptions {
  const read = readArguments(argv)
  if (typeof read === 'string') return { kind: 'wrong', message: read }
  if (read.help) return { kind: 'help' }
  const { port, host } = read
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    return { kind: 'wrong', message: `--port ${port}: a port is a number from 0 to 65535` }
  }
  const page = read['allow-origin'].find((url) => toOrigin(url) === undefined)
  if (page !== undefined) {
    return { kind: 'wrong', message: `--allow-origin ${page}: this is no http or https URL` }
  }
  const block = read['allow-address'].find((text) => !isAddressBlock(text))
  if (block !== undefined) {
    return { kind: 'wrong', message: `--allow-address ${block}: neither an address nor a block` }
  }
  return {
    kind: 'options',
    port: Number(port),
    host,
    origins: read['allow-origin'].flatMap((url) => toOrigin(url) ?? []),
    hosts: hasNoNameOfItsOwn(host) ? read['allow-host'] : [toUrlHost(host), ...read['allow-host']],
    addresses: read['public-only'] || !isLoopback(host) ? 'public-only' : 'any',
    allowedAddresses: read['allow-address'],
  }
}

/** The name to open in a browser on this machine. */
export function toShownHost({ host }: ProgramOptions): string {
  const isLocal = (isLoopback(host) && host !== '::1') || isWildcard(host)
  return isLocal ? 'localhost' : toUrlHost(host)
}

/** A literal IPv6 address stands in brackets within a URL and a Host header. */
function toUrlHost(host: string): string {
  return host.includes(':') ? `[${host}]` : host
}

/** Loopback names are known to the relay anyway, and no caller uses the name of "every address". */
function hasNoNameOfItsOwn(host: string): boolean {
  return isLoopback(host) || isWildcard(host)
}

function isWildcard(host: string): boolean {
  return host === '0.0.0.0' || host === '::'
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d+){3}$/.test(host)
}

/** Browsers take `localhost` for either address; on one alone, a stranger could wait on the other. */
export function toAddresses(host: string): readonly [string, ...string[]] {
  return host === 'localhost' ? ['127.0.0.1', '::1'] : [host]
}

function readArguments(argv: readonly string[]) {
  const none: string[] = []
  const list = { type: 'string', multiple: true, default: none } as const
  try {
    return parseArgs({
      args: [...argv],
      options: {
        port: { type: 'string', default: DEFAULT_PORT },
        host: { type: 'string', default: 'localhost' },
        'allow-origin': list,
        'allow-host': list,
        'allow-address': list,
        'public-only': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
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
