import type { Failure } from '../failure.ts'
import { failed } from '../failure.ts'
import type { AddressPolicy } from './addresses.ts'
import { makeAddressGuard } from './addresses.ts'
import type { TargetPattern } from './target-pattern.ts'
import { isNamed } from './target-pattern.ts'
import type { Target } from './target.ts'

/** How far a relay goes. */
export type ReachOptions = {
  /** Default `any`. On a machine that others can reach: `public-only`. */
  readonly addresses?: AddressPolicy
  /** Addresses or blocks (`10.0.0.0/8`) that may be called all the same. */
  readonly allowedAddresses?: readonly string[]
  /** The only hosts that may be called; any may when the list is missing or empty. */
  readonly targets?: readonly TargetPattern[]
  /** Hosts of an intranet: they may lead to private addresses, and belong to `targets`. */
  readonly privateTargets?: readonly TargetPattern[]
}

/** Asked at each request: first about the host, then about every address that its name leads to. */
export type Reach = {
  refuseTarget(target: Target): Failure | undefined
  refuseAddress(target: Target, address: string): Failure | undefined
}

/** What an intranet is made of. Link-local stays shut: there the clouds keep their credentials. */
const INTRANET: readonly string[] = [
  'a private',
  'a unique-local',
  'a loopback',
  'a carrier-grade NAT',
]

export function makeReach(options: ReachOptions): Reach {
  const { addresses = 'any', allowedAddresses = [], targets = [], privateTargets = [] } = options
  const guard = makeAddressGuard(addresses, allowedAddresses)
  const named = [...targets, ...privateTargets]
  return {
    refuseTarget(target) {
      if (targets.length === 0 || isNamed(target, named)) return undefined
      return failed('refused-address', `${target.host} is not on this relay's list of targets.`)
    },
    refuseAddress(target, address) {
      const kind = guard.findRefusal(address)
      if (kind === undefined) return undefined
      if (INTRANET.includes(kind) && isNamed(target, privateTargets)) return undefined
      return refuseKind(target, address, kind)
    },
  }
}

function refuseKind(target: Target, address: string, kind: string): Failure {
  const subject = target.isAddress ? address : `${target.hostname} leads to ${address}, which`
  return failed(
    'refused-address',
    `${subject} is ${kind} address; this relay calls public ones only.`,
  )
}
