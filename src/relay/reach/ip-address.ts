/** An IPv4 or IPv6 address as a number. Written by hand, as a worker has no `node:net`. */
export type IpAddress = { readonly version: 4 | 6; readonly value: bigint }

/** An address and how many of its leading bits count. */
export type IpBlock = IpAddress & { readonly prefix: number }

const BITS = { 4: 32, 6: 128 } as const
const OCTET = /^(?:0|[1-9]\d?|1\d\d|2[0-4]\d|25[0-5])$/

/** Reads `10.1.2.3`, `fd00::1`, `::ffff:10.1.2.3` or `fe80::1%eth0`, whose zone does not count. */
export function parseIpAddress(text: string): IpAddress | undefined {
  const four = parseFour(text)
  if (four !== undefined) return { version: 4, value: four }
  const six = parseSix(text.replace(/%[\w.-]+$/, ''))
  return six === undefined ? undefined : { version: 6, value: six }
}

/** Reads an address, alone or with a prefix length: `10.0.0.0/8`. */
export function parseIpBlock(text: string): IpBlock | undefined {
  const [network = '', length, ...rest] = text.split('/')
  const address = parseIpAddress(network)
  if (address === undefined || rest.length > 0) return undefined
  if (length !== undefined && !/^\d{1,3}$/.test(length)) return undefined
  const prefix = length === undefined ? BITS[address.version] : Number(length)
  return prefix <= BITS[address.version] ? { ...address, prefix } : undefined
}

/** True when the block covers the address. */
export function isInBlock({ version, value }: IpAddress, block: IpBlock): boolean {
  const rest = BigInt(BITS[version] - block.prefix)
  return version === block.version && value >> rest === block.value >> rest
}

/** The IPv4 address that an IPv4-mapped one (`::ffff:10.1.2.3`) stands for. */
export function findMapped({ version, value }: IpAddress): IpAddress | undefined {
  if (version !== 6 || value >> 32n !== 0xffffn) return undefined
  return { version: 4, value: value & 0xffff_ffffn }
}

function parseFour(text: string): bigint | undefined {
  const octets = text.split('.')
  if (octets.length !== 4 || !octets.every((octet) => OCTET.test(octet))) return undefined
  return octets.reduce((value, octet) => (value << 8n) | BigInt(octet), 0n)
}

function parseSix(text: string): bigint | undefined {
  const [head = '', tail, ...rest] = text.split('::')
  if (rest.length > 0) return undefined
  const before = toGroups(head, tail === undefined)
  const after = tail === undefined ? [] : toGroups(tail, true)
  if (before === undefined || after === undefined) return undefined
  const missing = 8 - before.length - after.length
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined
  const groups = [...before, ...Array.from({ length: missing }, () => 0n), ...after]
  return groups.reduce((value, group) => (value << 16n) | group, 0n)
}

/** The groups of 16 bits; the last two may be written as an IPv4 address. */
function toGroups(text: string, isLast: boolean): readonly bigint[] | undefined {
  if (text === '') return []
  const parts = text.split(':')
  const four = isLast ? parseFour(parts.at(-1) ?? '') : undefined
  const plain = four === undefined ? parts : parts.slice(0, -1)
  if (!plain.every((part) => /^[\da-f]{1,4}$/i.test(part))) return undefined
  const groups = plain.map((part) => BigInt(`0x${part}`))
  return four === undefined ? groups : [...groups, four >> 16n, four & 0xffffn]
}
