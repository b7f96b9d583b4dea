import type { LookupAddress } from 'node:dns'
import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import type { Failure } from './failure.ts'
import { failed } from './failure.ts'
import type { Reach } from './reach/reach.ts'
import type { Target } from './reach/target.ts'

export type Lookup = (hostname: string) => Promise<readonly LookupAddress[]>

export const lookupBySystem: Lookup = (hostname) => lookup(hostname, { all: true })

/** Never empty: the connection goes to these very addresses, so the name is not asked again. */
export type Resolved = {
  readonly kind: 'resolved'
  readonly addresses: readonly [LookupAddress, ...LookupAddress[]]
}

/** One refused address among several refuses the name: it may be the one that gets connected. */
export async function resolveTarget(
  target: Target,
  reach: Reach,
  findAddresses: Lookup,
): Promise<Resolved | Failure> {
  const shut = reach.refuseTarget(target)
  if (shut !== undefined) return shut
  const [first, ...others] = await findAll(target, findAddresses)
  if (first === undefined) {
    return failed('name-not-found', `No address was found for ${target.hostname}.`)
  }
  for (const { address } of [first, ...others]) {
    const refusal = reach.refuseAddress(target, address)
    if (refusal !== undefined) return refusal
  }
  return { kind: 'resolved', addresses: [first, ...others] }
}

async function findAll(target: Target, findAddresses: Lookup): Promise<readonly LookupAddress[]> {
  if (!target.isAddress) return findAddresses(target.hostname)
  return [{ address: target.hostname, family: isIP(target.hostname) }]
}
