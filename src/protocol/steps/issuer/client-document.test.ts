import { describe, expect, test } from 'vitest'
import { objectionToDocument } from './client-document.ts'

const ISSUER = 'https://issuer.example'

describe('the address of a client metadata document', () => {
  test.each([
    'https://client.example/client.json',
    'https://client.example:8443/a/client.json?v=2',
    'https://client.example/.well-known/client',
    'https://client.example/a..b/client.json',
  ])('may be %s', (address) => {
    expect(objectionToDocument(address, ISSUER)).toBeUndefined()
  })

  test.each([
    ['client.json', 'https://'],
    ['http://client.example/client.json', 'https://'],
    ['https://client.example', 'a path'],
    ['https://client.example/', 'a path'],
    ['https://client.example/client.json#', 'no fragment'],
    ['https://me:pass@client.example/client.json', 'no user'],
    ['https://client.example/./client.json', 'no . or ..'],
    ['https://client.example/a/b/..', 'no . or ..'],
    ['https://127.0.0.1/client.json', 'loopback'],
  ])('cannot be %s', (address, why) => {
    expect(objectionToDocument(address, ISSUER)).toContain(why)
  })

  test('may be on loopback for an issuer that is there too', () => {
    const address = 'https://localhost:4280/client.json'
    expect(objectionToDocument(address, 'http://localhost:4282')).toBeUndefined()
  })
})
