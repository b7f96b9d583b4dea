import { afterEach, beforeEach, expect, test } from 'vitest'
import { type PracticeServer, servePractice } from './practice.ts'

let practice: PracticeServer

beforeEach(async () => {
  practice = await servePractice(0)
})
afterEach(() => practice.close())

test('a practice server asks for a token and names its metadata', async () => {
  const response = await fetch(practice.url, { method: 'POST', body: '{}' })
  expect(response.status).toBe(401)
  expect(response.headers.get('www-authenticate')).toContain(
    `http://localhost:${practice.port}/.well-known/oauth-protected-resource/mcp`,
  )
})

test('its issuer has an origin of its own and says so itself', async () => {
  const origin = new URL(practice.url).origin
  const response = await fetch(`${origin}/.well-known/oauth-protected-resource/mcp`)
  const issuer = /"authorization_servers":\["([^"]+)"/.exec(await response.text())?.[1] ?? ''
  expect(new URL(issuer).origin).not.toBe(origin)
  const metadata = await fetch(`${issuer}/.well-known/oauth-authorization-server`)
  expect(await metadata.json()).toMatchObject({ issuer })
})
