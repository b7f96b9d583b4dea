import * as fc from 'fast-check'
import { SignJWT, UnsecuredJWT } from 'jose'
import { describe, expect, test } from 'vitest'
import { decodeJwt, findJwts } from './jwt.ts'

const key = new TextEncoder().encode('a secret of at least thirty-two bytes')
const signed = await new SignJWT({ sub: 'Zoë', aud: 'https://mcp.example/mcp' })
  .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt' })
  .sign(key)
const unsigned = new UnsecuredJWT({ sub: 'a' }).encode()

describe('decodeJwt', () => {
  test('takes a signed token apart', () => {
    expect(decodeJwt(signed)).toEqual({
      header: { alg: 'HS256', typ: 'at+jwt' },
      payload: { sub: 'Zoë', aud: 'https://mcp.example/mcp' },
      signature: signed.split('.')[2],
    })
  })

  test('takes an unsigned token apart', () => {
    expect(decodeJwt(unsigned)).toMatchObject({ header: { alg: 'none' }, signature: '' })
  })

  test('forgives padding and the plain base64 alphabet', () => {
    const padded = [{ alg: 'x' }, { a: '>>>???' }].map((part) => btoa(JSON.stringify(part)))
    expect(decodeJwt(`${padded.join('.')}.c2ln`)).toMatchObject({ payload: { a: '>>>???' } })
  })

  test.each([
    '',
    'a.b',
    'www.example.com',
    'eyJh.eyJh.x',
    `${signed}.x`,
    signed.split('.').slice(0, 2).join('.'),
    'bnVsbA.bnVsbA.x',
    'e+.a.b',
  ])('gives nothing for %j', (text) => {
    expect(decodeJwt(text)).toBeUndefined()
  })

  test('reads back what jose wrote, and nothing once a character is wrong', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string()), fc.nat(), (claims, at) => {
        const jwt = new UnsecuredJWT(claims).encode()
        expect(decodeJwt(jwt)?.payload).toEqual(claims)
        const place = at % jwt.length
        expect(decodeJwt(`${jwt.slice(0, place)}!${jwt.slice(place)}`)).toBeUndefined()
      }),
    )
  })
})

describe('findJwts', () => {
  test('finds every token with its place', () => {
    const text = `{"access_token":"${signed}","id_token":"${unsigned}"}`
    const found = findJwts(text)
    expect(found.map((jwt) => jwt.text)).toEqual([signed, unsigned])
    for (const { from, to, text: jwt } of found) expect(text.slice(from, to)).toBe(jwt)
  })

  test('finds one in an address, a header and behind an escape', () => {
    for (const text of [`#id_token=${signed}&a=b`, `Bearer ${signed}`, `a%22${signed}%22`]) {
      expect(findJwts(text).map((jwt) => jwt.text)).toEqual([signed])
    }
  })

  test('finds an encrypted token whole', () => {
    const encrypted = `${btoa('{"alg":"dir","enc":"A256GCM" }')}..aXY.Y2lwaGVy.dGFn`
    expect(findJwts(encrypted).map((jwt) => jwt.text)).toEqual([encrypted])
  })

  test.each([
    'www.example.com',
    'eyes.on.you',
    'a.b.c',
    '1.2.3',
    'eyJh.eyJh.x',
    'eyJhIjoxfQ.e30.x',
  ])('finds none in %j', (text) => {
    expect(findJwts(text)).toEqual([])
  })

  test.each(['eyJ', 'eyJ.', 'eyJ%22', '.'])('reads 300,000 times %j without delay', (piece) => {
    const start = performance.now()
    findJwts(piece.repeat(300_000))
    expect(performance.now() - start).toBeLessThan(2000)
  })
})
