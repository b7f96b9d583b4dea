import { expect, test } from 'vitest'
import { type Looks, claimOf, observe, toRows } from '../testing/fault-family.ts'
import type { ISSUER_METADATA_FAULTS } from './issuer-metadata.ts'

const OAUTH_METADATA = ['metadata by oauth', 'metadata by oauth behind'] as const

const LOOKS: Looks<keyof typeof ISSUER_METADATA_FAULTS> = {
  'asm-nowhere': { shows: '404\n', in: OAUTH_METADATA },
  'asm-suffix-appended': { shows: '404\n', in: OAUTH_METADATA },
  'asm-html': {
    shows: 'text/html',
    in: [
      'metadata by oauth',
      'metadata by openid',
      'metadata by oauth with a slash',
      'metadata by openid behind',
      'metadata by oauth behind',
      'metadata of the second issuer',
      'unknown path of the issuer',
      'registration with a slash',
    ],
  },
  'asm-media-type': { shows: 'content-type: text/html', in: OAUTH_METADATA },
  'asm-cut-off': { hides: '"protected_resources"', in: OAUTH_METADATA },
  'asm-array': { shows: '\n[{', in: OAUTH_METADATA },
  'asm-500': { shows: '500\n', in: OAUTH_METADATA },
  'asm-without-issuer': { hides: '"issuer":"http://localhost:4282"', in: OAUTH_METADATA },
  'asm-issuer-slash': { shows: '"issuer":"http://localhost:4282/"', in: OAUTH_METADATA },
  'asm-issuer-other-host': { shows: '"issuer":"https://elsewhere.example"', in: OAUTH_METADATA },
  'asm-issuer-other-path': {
    shows: '"issuer":"http://localhost:4282/other-tenant"',
    in: OAUTH_METADATA,
  },
  'asm-issuer-case': { shows: '"issuer":"http://LOCALHOST:4282"', in: OAUTH_METADATA },
  'asm-issuer-default-port': {
    shows: '"issuer":"http://localhost:80"',
    in: OAUTH_METADATA,
  },
  'asm-issuer-query': { shows: '"issuer":"http://localhost:4282?tenant=', in: OAUTH_METADATA },
  'asm-issuer-fragment': { shows: '"issuer":"http://localhost:4282#practice"', in: OAUTH_METADATA },
}

test.each(toRows(LOOKS))('%s shows, and changes nothing else', async (name, look) => {
  expect(await observe(name, look)).toEqual(claimOf(look))
})
