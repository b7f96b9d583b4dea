import type { Target } from './target.ts'

/** Hosts that a list names: one, or all below one; with a port, that port only. */
export type TargetPattern = {
  readonly host: string
  readonly isBelow: boolean
  readonly port: number | undefined
}

/** Reads `tools.example`, `*.tools.example`, `tools.example:8443`, `[fd00::1]:8080`. */
export function parseTargetPattern(text: string): TargetPattern | undefined {
  const isBelow = text.startsWith('*.')
  const rest = isBelow ? text.slice(2) : text
  const [, port] = /:(\d{1,5})$/.exec(rest.replace(/^\[[^\]]*\]/, '')) ?? []
  const host = port === undefined ? rest : rest.slice(0, -port.length - 1)
  const hostname = toHostname(host)
  if (hostname === undefined || Number(port ?? 0) > 65_535) return undefined
  return { host: hostname, isBelow, port: port === undefined ? undefined : Number(port) }
}

/** True when one of the patterns names where the request goes. */
export function isNamed(target: Target, patterns: readonly TargetPattern[]): boolean {
  return patterns.some(({ host, isBelow, port }) => {
    if (port !== undefined && port !== target.port) return false
    return isBelow ? target.hostname.endsWith(`.${host}`) : target.hostname === host
  })
}

/** As URLs write it: lower case, punycode, an IPv6 address without its brackets. */
function toHostname(host: string): string | undefined {
  if (!/^(?:[^\s/?#@:*[\]\\]+|\[[\da-f:.]+\])$/i.test(host)) return undefined
  const address = `http://${host}/`
  if (!URL.canParse(address)) return undefined
  return new URL(address).hostname.replace(/^\[|\]$/g, '')
}
