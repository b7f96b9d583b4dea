import { describe, expect, test } from 'vitest'
import { CHALLENGE, textsOf } from './build-scene.ts'
import { EXPRESS_V2 } from './express-v2.ts'

describe('Express with the second line of the SDK', () => {
  test('takes its guard from a package of its own', () => {
    const [text] = Object.values(textsOf(EXPRESS_V2, 'challenge', CHALLENGE))
    expect(text).toContain("import { requireBearerAuth } from '@modelcontextprotocol/express'")
    expect(text).toContain(`resourceMetadataUrl: '${CHALLENGE.metadata}'`)
  })

  test('allows the host of a page, and this machine as before', () => {
    const values = { origin: 'https://page.example', host: 'page.example' }
    const [text] = Object.values(textsOf(EXPRESS_V2, 'allowed-origin', values))
    expect(text).toContain(`allowedOrigins: ['localhost', '127.0.0.1', '[::1]', 'page.example']`)
  })
})
