import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isAddressBlock, makeAddressGuard } from './addresses.ts'

describe('public-only', () => {
  const guard = makeAddressGuard('public-only', [])

  test.each([
    ['0.0.0.0', 'an unspecified'],
    ['10.1.2.3', 'a private'],
    ['100.64.0.1', 'a carrier-grade NAT'],
    ['100.127.255.255', 'a carrier-grade NAT'],
    ['127.0.0.1', 'a loopback'],
    ['127.255.255.254', 'a loopback'],
    ['169.254.169.254', 'a link-local'],
    ['172.16.0.1', 'a private'],
    ['172.31.255.255', 'a private'],
    ['192.168.0.1', 'a private'],
    ['198.18.0.1', 'a benchmarking'],
    ['224.0.0.1', 'a multicast'],
    ['255.255.255.255', 'a reserved'],
    ['::', 'an unspecified'],
    ['::1', 'a loopback'],
    ['::7f00:1', 'a reserved'],
    ['::ffff:127.0.0.1', 'an IPv4-mapped'],
    ['::ffff:8.8.8.8', 'an IPv4-mapped'],
    ['64:ff9b::7f00:1', 'a loopback (behind NAT64)'],
    ['64:ff9b::169.254.169.254', 'a link-local (behind NAT64)'],
    ['64:ff9b:1::8.8.8.8', 'a local NAT64'],
    ['2001::1', 'a reserved'],
    ['2002:7f00:1::', 'a 6to4'],
    ['2001:db8::1', 'a documentation'],
    ['fc00::1', 'a unique-local'],
    ['fd12:3456::1', 'a unique-local'],
    ['fe80::1', 'a link-local'],
    ['fe80::1%eth0', 'a link-local'],
    ['fec0::1', 'a reserved'],
    ['ff02::1', 'a multicast'],
    ['localhost', 'no'],
  ])('refuses %s as %s address', (address, kind) => {
    expect(guard.findRefusal(address)).toBe(kind)
  })

  test.each([
    '1.1.1.1',
    '9.255.255.255',
    '11.0.0.0',
    '100.63.255.255',
    '100.128.0.0',
    '172.15.255.255',
    '172.32.0.0',
    '223.255.255.255',
    '2606:4700:4700::1111',
    '2a00::1',
    '64:ff9b::8.8.8.8',
  ])('lets %s through', (address) => {
    expect(guard.findRefusal(address)).toBeUndefined()
  })

  test('judges an IPv4 address behind NAT64 as it judges the address itself', () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        const plain = guard.findRefusal(address)
        const behind = guard.findRefusal(`64:ff9b::${address}`)
        expect(behind).toBe(plain === undefined ? undefined : `${plain} (behind NAT64)`)
      }),
    )
  })
})

test('what is allowed by name goes through, its neighbours do not', () => {
  const guard = makeAddressGuard('public-only', ['127.0.0.1', '10.0.0.0/8', 'fd00::/16'])
  for (const address of ['127.0.0.1', '10.255.0.1', 'fd00::5', '::ffff:127.0.0.1']) {
    expect(guard.findRefusal(address)).toBeUndefined()
  }
  expect(guard.findRefusal('127.0.0.2')).toBe('a loopback')
  expect(guard.findRefusal('fd01::5')).toBe('a unique-local')
})

test('the policy any refuses nothing', () => {
  expect(makeAddressGuard('any', []).findRefusal('127.0.0.1')).toBeUndefined()
})

test.each(['10.0.0.0/33', '::/129', '10.0.0.0/8/8', '10.0.0.0/', 'localhost', '10.0.0', ''])(
  '%j is no address block',
  (text) => {
    expect(isAddressBlock(text)).toBe(false)
    expect(() => makeAddressGuard('public-only', [text])).toThrow(
      `Neither an address nor a block: ${text}`,
    )
  },
)
