import type { IpAddress, IpBlock } from './ip-address.ts'
import { findMapped, isInBlock, parseIpAddress, parseIpBlock } from './ip-address.ts'

type Block = readonly [kind: string, network: string, prefix: number]

/** The special-purpose registries of IANA for IPv4. */
const NOT_PUBLIC_V4: readonly Block[] = [
  ['an unspecified', '0.0.0.0', 8],
  ['a private', '10.0.0.0', 8],
  ['a carrier-grade NAT', '100.64.0.0', 10],
  ['a loopback', '127.0.0.0', 8],
  ['a link-local', '169.254.0.0', 16],
  ['a private', '172.16.0.0', 12],
  ['a reserved', '192.0.0.0', 24],
  ['a documentation', '192.0.2.0', 24],
  ['a reserved', '192.88.99.0', 24],
  ['a private', '192.168.0.0', 16],
  ['a benchmarking', '198.18.0.0', 15],
  ['a documentation', '198.51.100.0', 24],
  ['a documentation', '203.0.113.0', 24],
  ['a multicast', '224.0.0.0', 4],
  ['a reserved', '240.0.0.0', 4],
]

/** For IPv6 the public part is small, 2000::/3, so everything outside it has the last entry. */
const NOT_PUBLIC_V6: readonly Block[] = [
  ['an unspecified', '::', 128],
  ['a loopback', '::1', 128],
  ['an IPv4-mapped', '::ffff:0:0', 96],
  ...NOT_PUBLIC_V4.map(([kind, network, prefix]): Block => {
    return [`${kind} (behind NAT64)`, `64:ff9b::${network}`, 96 + prefix]
  }),
  ['a local NAT64', '64:ff9b:1::', 48],
  ['a unique-local', 'fc00::', 7],
  ['a link-local', 'fe80::', 10],
  ['a multicast', 'ff00::', 8],
  ['a reserved', '2001::', 23],
  ['a documentation', '2001:db8::', 32],
  ['a 6to4', '2002::', 16],
  ['a documentation', '3fff::', 20],
]

type Row = { readonly kind: string; readonly block: IpBlock }

const REFUSED: readonly Row[] = [...NOT_PUBLIC_V4, ...NOT_PUBLIC_V6].map(toRow)
const GLOBAL_V6 = ['2000::/3', '64:ff9b::/96'].map(requireBlock)

export type AddressPolicy = 'any' | 'public-only'

export type AddressGuard = {
  /** The kind of address that may not be called ("a loopback"), or undefined when it may. */
  findRefusal(address: string): string | undefined
}

export function makeAddressGuard(policy: AddressPolicy, allowed: readonly string[]): AddressGuard {
  const blocks = allowed.map(requireBlock)
  return {
    findRefusal(text) {
      if (policy === 'any') return undefined
      const address = parseIpAddress(text)
      if (address === undefined) return 'no'
      return isListed(address, blocks) ? undefined : findKind(address)
    },
  }
}

/** True for `10.1.2.3`, `10.0.0.0/8`, `fd00::/8`: what an allow-list may hold. */
export function isAddressBlock(text: string): boolean {
  return parseIpBlock(text) !== undefined
}

function findKind(address: IpAddress): string | undefined {
  const named = REFUSED.find(({ block }) => isInBlock(address, block))?.kind
  if (named !== undefined || address.version === 4) return named
  return isListed(address, GLOBAL_V6) ? undefined : 'a reserved'
}

/** What lets an IPv4 address through lets it through as IPv4-mapped one as well. */
function isListed(address: IpAddress, blocks: readonly IpBlock[]): boolean {
  const mapped = findMapped(address)
  return blocks.some((block) => {
    return isInBlock(address, block) || (mapped !== undefined && isInBlock(mapped, block))
  })
}

function toRow([kind, network, prefix]: Block): Row {
  return { kind, block: requireBlock(`${network}/${prefix}`) }
}

function requireBlock(text: string): IpBlock {
  const block = parseIpBlock(text)
  if (block === undefined) throw new TypeError(`Neither an address nor a block: ${text}`)
  return block
}
