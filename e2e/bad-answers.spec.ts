import type { RequestListener, ServerResponse } from 'node:http'
import { expect, test } from './journey.ts'
import { openDebugger } from './pages/debugger.ts'

const JSON_HEADERS = { 'Content-Type': 'application/json', 'Access-Control-Allow-Origin': '*' }

/** Answers each preflight as asked, and everything else by this. */
function answering(answer: (response: ServerResponse) => void): RequestListener {
  return (request, response) => {
    if (request.method !== 'OPTIONS') return answer(response)
    response.writeHead(204, {
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Headers': String(request.headers['access-control-request-headers']),
    })
    response.end()
  }
}

const ANSWERS: readonly {
  readonly name: string
  readonly says: RegExp
  readonly listener: RequestListener
  readonly query?: string
}[] = [
  {
    name: 'an HTML page',
    says: /text\/html/,
    listener: answering((response) => {
      response.writeHead(200, { ...JSON_HEADERS, 'Content-Type': 'text/html' })
      response.end('<!doctype html><title>Welcome</title><h1>Welcome</h1>')
    }),
  },
  {
    name: 'JSON that is cut off',
    says: /JSON/,
    listener: answering((response) => {
      response.writeHead(200, JSON_HEADERS)
      response.end('{"jsonrpc":"2.0","id":1,"result":{"tools":[{"name":"ec')
    }),
  },
  {
    name: '30 MB',
    says: /not whole: it was cut after \d+ bytes/,
    listener: answering((response) => {
      response.writeHead(200, JSON_HEADERS)
      response.end(`{"jsonrpc":"2.0","id":1,"result":{"text":"${'x'.repeat(30 * 1024 * 1024)}"}}`)
    }),
  },
  {
    name: 'an answer that never ends',
    says: /not whole: it had not ended when time ran out/,
    query: '?timeout=1000',
    listener: answering((response) => {
      response.writeHead(200, { ...JSON_HEADERS, 'Content-Type': 'text/event-stream' })
      const timer = setInterval(() => response.write(': still here\n\n'), 50)
      response.on('close', () => clearInterval(timer))
    }),
  },
  {
    name: 'no answer within the time-out',
    says: /given up after \d(\.\d)? s without an answer/,
    query: '?timeout=1000',
    listener: answering(() => undefined),
  },
  {
    name: 'a connection that is reset',
    says: /broke the connection/,
    listener: answering((response) => response.destroy()),
  },
]

for (const { name, says, listener, query = '' } of ANSWERS) {
  test(`${name} ends the walk with one sentence that has the address`, async ({
    page,
    pageUrl,
    serve,
  }) => {
    const origin = await serve(listener)
    const app = await openDebugger(page, `${pageUrl}${query}`)
    await app.enter(`${origin}/mcp`)
    await expect(app.verdictRegion).toContainText('Stopped at challenge')
    await expect(app.verdict).toContainText(new URL(origin).host)
    await expect(app.verdict).toContainText(says)
    await expect(app.rows.filter({ hasText: '/mcp' })).not.toHaveCount(0)
    const { document } = await app.save()
    expect(document.outcome.status).toBe('failed')
    expect(document.outcome.cause).not.toBeNull()
    expect(document.exchanges).not.toEqual([])
  })
}

for (const fault of ['asm-javascript-endpoint', 'asm-data-endpoint'] as const) {
  test(`${fault}: the address is shown as text and never opened`, async ({
    page,
    pageUrl,
    practice,
  }) => {
    const server = await practice({ fault })
    const app = await openDebugger(page, pageUrl)
    await app.enter(server.url)
    await expect(app.verdict).toContainText(/javascript:|data:/)
    await app.button('Continue anyway').click()
    await expect(app.verdictRegion).toContainText('Stopped at authorization')
    await expect(app.verdict).toContainText(/javascript:|data:/)
    const { document } = await app.save()
    expect(document.outcome).toMatchObject({ status: 'failed', canContinue: false })
    expect(page.url()).toContain(pageUrl)
    await expect(page.getByRole('link', { name: /javascript:|data:/ })).toHaveCount(0)
  })
}
