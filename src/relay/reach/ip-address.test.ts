import { BlockList, isIP } from 'node:net'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { findMapped, isInBlock, parseIpAddress, parseIpBlock } from './ip-address.ts'

const written = fc.oneof(
  fc.ipV4(),
  fc.ipV6(),
  fc.string({ unit: fc.constantFrom(...'0123456789abcdefF:./'), maxLength: 24 }),
)

test('an address is what Node takes for one', () => {
  fc.assert(
    fc.property(written, (text) => {
      expect(parseIpAddress(text)?.version ?? 0).toBe(isIP(text))
    }),
    { numRuns: 2000 },
  )
})

test('a block covers the addresses that Node says it covers', () => {
  const pair = fc.oneof(
    fc.tuple(fc.constant('ipv4' as const), fc.ipV4(), fc.ipV4(), fc.nat({ max: 32 })),
    fc.tuple(fc.constant('ipv6' as const), fc.ipV6(), fc.ipV6(), fc.nat({ max: 128 })),
  )
  fc.assert(
    fc.property(pair, ([family, network, address, prefix]) => {
      const list = new BlockList()
      list.addSubnet(network, prefix, family)
      expect(isCovered(address, `${network}/${prefix}`)).toBe(list.check(address, family))
      expect(isCovered(network, `${network}/${prefix}`)).toBe(true)
    }),
  )
})

test.each([
  '1.2.3',
  '01.2.3.4',
  '256.0.0.1',
  '1.2.3.4.5',
  ':1',
  '1::2::3',
  '::1.2.3.4:5',
  '::/0',
  '',
])('%j is no address', (text) => {
  expect(parseIpAddress(text)).toBeUndefined()
})

test('an IPv4-mapped address stands for an IPv4 address, others for none', () => {
  const find = (text: string) => {
    const address = parseIpAddress(text)
    return address && findMapped(address)
  }
  expect(find('::ffff:10.0.0.1')).toEqual(parseIpAddress('10.0.0.1'))
  expect(find('::fffe:10.0.0.1')).toBeUndefined()
  expect(find('10.0.0.1')).toBeUndefined()
})

function isCovered(address: string, block: string): boolean | undefined {
  const [parsed, covering] = [parseIpAddress(address), parseIpBlock(block)]
  return parsed && covering && isInBlock(parsed, covering)
}
