import { describe, expect, test } from 'vitest'
import { answerClientDocument } from '../../sandbox/client-documents.ts'
import { withFault } from '../../sandbox/faults.ts'
import { findWorld, toOptions } from '../../sandbox/worlds.ts'
import { forecast } from '../forecast.ts'
import {
  type PracticeWalk,
  openPractice,
  practise,
  withoutBrowserFields,
} from '../practice-walk.ts'
import type { RunDocument } from '../run/document.ts'

const AT = { server: 'http://localhost:4281/mcp', issuer: 'http://localhost:4282' }

function practiseSurvey(walk: PracticeWalk = {}) {
  return practise({ ...walk, config: { ...walk.config, also: ['survey'] } })
}

function surveyed({ exchanges }: RunDocument): readonly string[] {
  return exchanges
    .filter(({ diagnostic }) => diagnostic === 'survey')
    .map(({ request }) => `${request.method} ${request.url}`)
}

function inWorld(id: string) {
  const world = findWorld(id)
  if (!world) throw new Error(`There is no world ${id}`)
  return toOptions(world, AT)
}

describe('a survey', () => {
  test('asks once what other clients ask: GET and HEAD, and one initialize', async () => {
    const { document } = await practiseSurvey()
    const asked = surveyed(document)
    expect(asked).toContain('HEAD http://localhost:4281/.well-known/oauth-authorization-server')
    expect(asked).toContain('HEAD http://localhost:4281/mcp')
    expect(asked.length).toBeLessThanOrEqual(12)
    expect(new Set(asked).size).toBe(asked.length)
    expect(asked.filter((line) => !/^(?:GET|HEAD) /.test(line))).toEqual([`POST ${AT.server}`])
  })

  test('is made once the walk has come to its end', async () => {
    const { document } = await practiseSurvey()
    const first = document.exchanges.findIndex(({ diagnostic }) => diagnostic === 'survey')
    const rest = document.exchanges.slice(first)
    expect(rest.every(({ diagnostic }) => diagnostic === 'survey')).toBe(true)
    expect(document.outcome.summary).toBe('Connected: 12 tools.')
  })

  test('breaks no rule of a healthy server', async () => {
    const broken = ({ findings }: RunDocument) =>
      findings.filter(({ verdict }) => verdict === 'fail').map(({ rule }) => rule)
    const [plain, more] = await Promise.all([practise(), practiseSurvey()])
    expect(broken(more.document)).toEqual(broken(plain.document))
  })

  test('is made where a walk was stopped, too', async () => {
    const { document } = await practiseSurvey({ sandbox: withFault(AT, 'asm-issuer-slash') })
    expect(document.outcome.cause).toBe('ASM-03')
    expect(surveyed(document)).not.toEqual([])
  })

  test('goes through the relay, which sees what a client would see', async () => {
    const { document } = await practiseSurvey({ reach: 'browser-and-relay' })
    const ways = document.exchanges.filter(({ diagnostic }) => diagnostic === 'survey')
    expect(new Set(ways.map(({ via }) => via))).toEqual(new Set(['relay']))
  })

  test('is not made by a walk that nobody asked for it, but for the handshake', async () => {
    expect(surveyed((await practise()).document)).toEqual([`POST ${AT.server}`])
  })

  test('is made where this page looked at its own client document, too', async () => {
    const clientDocument = 'https://page.example/client.json'
    const { document } = await practiseSurvey({
      sandbox: {
        fetchDocument: (url) => answerClientDocument(url, 'http://localhost:4280/callback.html'),
      },
      config: { clientDocument },
    })
    expect(surveyed(document)).toContain(`GET ${clientDocument}`)
    expect(surveyed(document)).toContain(`HEAD ${AT.server}`)
  })

  test('is made after a walk that has begun a session to ask whether it may', async () => {
    const practice = openPractice({ sandbox: { sessions: true } })
    await practice.go()
    await practice.comeBack()
    await practice.go()
    expect(surveyed(practice.document())).toEqual([`POST ${AT.server}`, `DELETE ${AT.server}`])
    await practice.survey()
    expect(surveyed(practice.document())).toContain(`HEAD ${AT.server}`)
  })

  test('that the person stops ends at once and is no fault', async () => {
    const stop = new AbortController()
    const practice = openPractice({
      ports: (sandbox) => ({
        fetch(url, init) {
          if (init.method === 'HEAD') stop.abort()
          return sandbox.fetch(new Request(url, withoutBrowserFields(init)))
        },
      }),
      config: { also: ['survey'] },
    })
    await practice.go()
    await practice.comeBack()
    await practice.go({ signal: stop.signal })
    expect(stop.signal.aborted).toBe(true)
    expect(practice.document().outcome.summary).toBe('Connected: 12 tools.')
  })

  test('is made after a walk that has failed, too, and walks no step again', async () => {
    const practice = openPractice({ sandbox: withFault(AT, 'token-500') })
    await practice.go()
    await practice.comeBack()
    await practice.go()
    const before = practice.document()
    expect(before.outcome.status).toBe('failed')
    await practice.survey()
    const after = practice.document()
    expect(surveyed(after)).toContain(`HEAD ${AT.server}`)
    expect(after.exchanges.filter(({ diagnostic }) => diagnostic !== 'survey')).toEqual(
      before.exchanges,
    )
    expect(after.outcome).toEqual(before.outcome)
  })
})

describe('with a survey', () => {
  test('is foretold what was unknown without', async () => {
    const without = await forecast((await practise()).events)
    const more = await forecast((await practiseSurvey()).events)
    const count = (clients: typeof more): number =>
      clients.filter(({ verdict }) => verdict === 'unknown').length
    expect(count(more)).toBeLessThan(count(without))
    expect(more.find(({ id }) => id === 'mcp-rust-sdk')?.verdict).toBe('works')
  })

  test('the ChatGPT of 2025-09 is foretold to fail where the issuer is elsewhere, and what lets it go on', async () => {
    const { events } = await practiseSurvey({ sandbox: inWorld('issuer-elsewhere') })
    const client = (await forecast(events)).find(({ id }) => id === 'chatgpt-2025-09')
    expect(client).toMatchObject({ verdict: 'fails', step: 'server-metadata' })
    expect(client?.why).toContain(
      'http://localhost:4281/.well-known/oauth-authorization-server (404)',
    )
    expect(client?.flip).toMatch(
      /^Serve the metadata of http:\/\/localhost:4282 at http:\/\/localhost:4281\/\.well-known\/oauth-authorization-server too/,
    )
  })
})
