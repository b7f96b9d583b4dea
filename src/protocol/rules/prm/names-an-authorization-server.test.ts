import { describe, expect, test } from 'vitest'
import { checkFail, kindOf } from '../build-run.ts'
import { RESOURCE_METADATA, SERVER } from '../healthy-exchanges.ts'
import { namesAnAuthorizationServer as rule } from './names-an-authorization-server.ts'

const withDocument = (json: { [name: string]: string | string[] }) => ({
  exchanges: { 'resource-metadata': { json } },
})

describe('PRM-01 names-an-authorization-server', () => {
  test('passes when an issuer is listed', () => {
    expect(kindOf(rule)).toBe('pass')
  })

  test.each([{ resource: SERVER }, { resource: SERVER, authorization_servers: [] }])(
    'fails on the document %j and gives a whole one',
    (json) => {
      const fail = checkFail(rule, withDocument(json))
      expect(fail.evidence).toEqual([
        {
          exchange: 'resource-metadata',
          at: { part: 'response-body', pointer: '/authorization_servers' },
        },
      ])
      expect(fail.paste?.text).toContain(`"resource": "${SERVER}"`)
    },
  )

  test('fails when every address answered 404 and names each', () => {
    const fail = checkFail(rule, { exchanges: { 'resource-metadata': { status: 404 } } })
    expect(fail.says).toContain(`${RESOURCE_METADATA} (404)`)
  })

  test('leaves a document that nothing leads to to CHL-03', () => {
    const challenge = { header: { 'www-authenticate': 'Bearer realm="x"' } }
    expect(kindOf(rule, { exchanges: { challenge, 'resource-metadata': { status: 404 } } })).toBe(
      'not-applicable',
    )
  })

  test.each([200, 401, 503])(
    'leaves an answer of %i without document to its own rule',
    (status) => {
      const change = { status, text: 'no', header: { 'content-type': 'text/html' } }
      expect(kindOf(rule, { exchanges: { 'resource-metadata': change } })).toBe('not-applicable')
    },
  )

  test('cannot tell when an address gave no readable answer or the pointer is hidden', () => {
    const lost = { outcome: { kind: 'unreadable', endedAt: 1, message: 'failed' } } as const
    expect(kindOf(rule, { exchanges: { 'resource-metadata': lost } })).toBe('cannot-tell')
    expect(
      kindOf(rule, {
        exchanges: { 'resource-metadata': { status: 404 } },
        facts: { challenge: { header: 'hidden' } },
      }),
    ).toBe('cannot-tell')
  })

  test('does not apply to an open server', () => {
    expect(kindOf(rule, { facts: { challenge: { required: false } } })).toBe('not-applicable')
  })
})
