import { expect, test } from 'vitest'
import { createInPagePractice } from './in-page.ts'
import { WORLDS, toOptions } from './worlds.ts'

const worlds = WORLDS.map((world) => ({
  id: world.id,
  options: (at: { readonly server: string; readonly issuer: string }) => toOptions(world, at),
}))

const practice = (origin = 'https://app.example') =>
  createInPagePractice((id) => worlds.find((world) => world.id === id), {
    origin,
    domain: '.practice.invalid',
    callback: `${origin}/callback.html`,
  })

test('each world of the gallery has its own address inside the page', async () => {
  for (const { id } of worlds) {
    const url = `https://${id}.practice.invalid/mcp`
    const { status } = await practice().relay(asked(url), new AbortController().signal)
    expect([id, status < 600]).toEqual([id, true])
  }
})

test('a page gets what a browser would show it, a relay gets all', async () => {
  const url = 'https://cors-hides-challenge.practice.invalid/mcp'
  const seen = await practice().fetch(url, {})
  expect([seen.status, seen.headers.get('WWW-Authenticate')]).toEqual([401, null])
  const relayed = await practice().relay(asked(url), new AbortController().signal)
  expect(relayed.headers.map(([name]) => name)).toContain('www-authenticate')
})

test('a page of any address is welcome', async () => {
  const page = practice('http://team.intranet.example')
  expect((await page.fetch('https://both-eras.practice.invalid/mcp', {})).status).toBe(401)
})

test('the body of a relayed answer comes in pieces', async () => {
  const url = 'https://both-eras.login.practice.invalid/.well-known/oauth-authorization-server'
  const { body } = await practice().relay(asked(url), new AbortController().signal)
  const decoder = new TextDecoder()
  let text = ''
  for await (const piece of body) text += decoder.decode(piece, { stream: true })
  expect(JSON.parse(text)).toMatchObject({ issuer: 'https://both-eras.login.practice.invalid' })
})

test('the issuer asks for consent by its own address', async () => {
  const url = 'https://both-eras.login.practice.invalid/authorize?client_id=nobody'
  expect(await practice().consent(url)).toEqual({
    kind: 'refused',
    says: 'No client is registered as nobody',
  })
})

test('where no world is, nothing answers', async () => {
  const url = 'https://nowhere.practice.invalid/mcp'
  await expect(practice().fetch(url, {})).rejects.toThrow('There is no practice server')
  expect(await practice().consent(url)).toMatchObject({ kind: 'refused' })
})

function asked(url: string) {
  return { method: 'GET', url, headers: [], body: null }
}
