import type { Rule } from '../../run/rule.ts'
import { revisionOf } from '../../run/run.ts'
import { isLoopback } from '../../spec/locations.ts'
import { isAtLeast } from '../../spec/revisions.ts'
import { readUrl } from '../addresses.ts'
import { inRequestHeader, inStatus } from '../evidence.ts'
import { isServed, probeSeen } from '../probe-seen.ts'
import { shownStatus } from '../shown.ts'
import { PASS, cannotTell, fail } from '../verdict.ts'

export const foreignOriginIsRefused: Rule = {
  id: 'ORG-01',
  name: 'foreign-origin-is-refused',
  title: 'A request from a page of an unknown Origin is answered with 403',
  level: 'must',
  spec: ['mcp-transport-2025-11-25', 'mcp-transport-2026-07-28'],
  step: 'probes',
  stops: false,
  culprit: 'server',
  check(run) {
    const seen = probeSeen(run, 'foreign-origin')
    if (seen.kind === 'unknown') return seen.verdict
    const { status } = seen.answer
    if (status === 403) return PASS
    if (status === 401) return cannotTell('The server asked for a token before it looked further')
    const served = isServed(seen)
    if (served && !isNear(run.config.server)) {
      return cannotTell(
        'The server answered. On a public address it may welcome every Origin: DNS rebinding reaches private ones',
      )
    }
    if (!served && status < 500 && !isAtLeast(revisionOf(run), '2025-11-25')) return PASS
    return fail({
      says: `A server on a private address must refuse unknown Origins with 403, or a page can reach it by DNS rebinding; the answer was ${shownStatus(status)}.`,
      fix: 'Compare Origin with a list of those you expect, before anything else.',
      evidence: [inStatus(seen.exchange.id), inRequestHeader(seen.exchange.id, 'Origin')],
    })
  },
}

/** On this machine, or in a network that the web does not reach. */
function isNear(server: string): boolean {
  const host = readUrl(server)?.hostname ?? ''
  return isLoopback(server) || host.endsWith('.local') || PRIVATE.test(host)
}

const PRIVATE = /^(?:10|192\.168|169\.254|172\.(?:1[6-9]|2\d|3[01]))\.[\d.]+$/
