import { BlockList, isIP, isIPv4 } from 'node:net'

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

const REFUSED_V4 = NOT_PUBLIC_V4.map((block) => toRow(block, 'ipv4'))
const REFUSED_V6 = NOT_PUBLIC_V6.map((block) => toRow(block, 'ipv6'))
const GLOBAL_V6 = new BlockList()
GLOBAL_V6.addSubnet('2000::', 3, 'ipv6')
GLOBAL_V6.addSubnet('64:ff9b::', 96, 'ipv6')

export type AddressPolicy = 'any' | 'public-only'

export type AddressGuard = {
  /** The kind of address that may not be called ("a loopback"), or undefined when it may. */
  findRefusal(address: string): string | undefined
}

export function makeAddressGuard(policy: AddressPolicy, allowed: readonly string[]): AddressGuard {
  const list = new BlockList()
  for (const text of allowed) addBlock(list, requireBlock(text))
  return {
    findRefusal(address) {
      if (policy === 'any' || isIn(list, address)) return undefined
      return findKind(address)
    },
  }
}

/** True for `10.1.2.3`, `10.0.0.0/8`, `fd00::/8`: what an allow-list may hold. */
export function isAddressBlock(text: string): boolean {
  return parseBlock(text) !== undefined
}

function findKind(address: string): string | undefined {
  if (isIP(address) === 0) return 'no'
  if (isIPv4(address)) return REFUSED_V4.find((row) => isIn(row.list, address))?.kind
  const named = REFUSED_V6.find((row) => isIn(row.list, address))?.kind
  return named ?? (isIn(GLOBAL_V6, address) ? undefined : 'a reserved')
}

function isIn(list: BlockList, address: string): boolean {
  const version = isIP(address)
  return version !== 0 && list.check(withoutZone(address), version === 4 ? 'ipv4' : 'ipv6')
}

function withoutZone(address: string): string {
  return address.replace(/%.*$/, '')
}

function toRow(block: Block, family: 'ipv4' | 'ipv6') {
  const [kind, network, prefix] = block
  const list = new BlockList()
  list.addSubnet(network, prefix, family)
  return { kind, list }
}

type ParsedBlock = { readonly network: string; readonly version: number; readonly prefix: number }

function parseBlock(text: string): ParsedBlock | undefined {
  const [network = '', length] = text.split('/', 2)
  const version = isIP(network)
  const full = version === 4 ? 32 : 128
  if (version === 0 || (length !== undefined && !/^\d{1,3}$/.test(length))) return undefined
  const prefix = length === undefined ? full : Number(length)
  return prefix <= full && text.split('/').length <= 2 ? { network, version, prefix } : undefined
}

function requireBlock(text: string): ParsedBlock {
  const block = parseBlock(text)
  if (block === undefined) throw new TypeError(`Neither an address nor a block: ${text}`)
  return block
}

function addBlock(list: BlockList, { network, version, prefix }: ParsedBlock): void {
  list.addSubnet(network, prefix, version === 4 ? 'ipv4' : 'ipv6')
}
