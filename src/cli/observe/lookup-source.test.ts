import { expect, test } from 'vitest'
import { toLookupSource } from './lookup-source.ts'

test.each([
  [{ purpose: 'probe', method: 'POST' }, 'FIRST_CONTACT'],
  [{ purpose: 'probe', method: 'HEAD' }, "{ ...FIRST_CONTACT, id: 'probe-head', method: 'HEAD' }"],
  [{ purpose: 'resource-metadata', method: 'GET', at: 'challenge' }, 'POINTER'],
  [
    { purpose: 'resource-metadata', method: 'GET', at: 'path-appended' },
    "{ ...PATH_INSERTED, id: 'resource-metadata-path-appended', at: 'path-appended' }",
  ],
  [
    { purpose: 'server-metadata', method: 'HEAD', at: 'oauth-inserted', of: 'issuer' },
    "{ ...OAUTH_INSERTED, id: 'server-metadata-oauth-inserted-issuer-head', method: 'HEAD' }",
  ],
  [
    { purpose: 'server-metadata', method: 'GET', at: 'oauth-inserted', of: 'endpoint' },
    "{ ...OAUTH_INSERTED, id: 'server-metadata-oauth-inserted-endpoint', at: 'oauth-inserted', of: 'endpoint' }",
  ],
])('%j is written as %s', (look, source) => {
  expect(toLookupSource(look)).toBe(source)
})
