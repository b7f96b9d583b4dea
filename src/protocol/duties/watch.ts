import { type PracticeWalk, practise, withoutBrowserFields } from '../practice-walk.ts'
import type { RunDocument } from '../run/document.ts'
import { type Run, foldRun } from '../run/run.ts'

/** One request as it left, whatever became of it. */
export type Sent = {
  readonly method: string
  readonly url: string
  readonly headers: Headers
  readonly body: string
}

/** A finished walk, and all that its client sent. Pages that the person visited are in `run.authorizations`. */
export type Watched = {
  readonly sent: readonly Sent[]
  readonly run: Run
  readonly document: RunDocument
}

/** Walks the sandbox with a fetch that notes each request before it leaves: one after another, as a plain client does. */
export async function watch({ config, ...walk }: PracticeWalk = {}): Promise<Watched> {
  const sent: Sent[] = []
  const { document, events } = await practise({
    ...walk,
    config: { pace: 'one-by-one', ...config },
    ports: (sandbox) => ({
      async fetch(url, init) {
        const request = new Request(url, withoutBrowserFields(init))
        const { method, headers } = request
        sent.push({ method, url, headers, body: await request.clone().text() })
        return sandbox.fetch(request)
      },
    }),
  })
  return { sent, run: foldRun(events), document }
}

/** The addresses that were fetched with GET, in order. */
export function fetched({ sent }: Watched): readonly string[] {
  return sent.filter(({ method }) => method === 'GET').map(({ url }) => url)
}

/** What was posted to an address that ends so. */
export function postedTo({ sent }: Watched, end: string): readonly Sent[] {
  return sent.filter(({ method, url }) => method === 'POST' && url.endsWith(end))
}

/** The forms that went to the token endpoint. */
export function tokenForms(watched: Watched): readonly URLSearchParams[] {
  return postedTo(watched, '/token').map(({ body }) => new URLSearchParams(body))
}

/** The query of each authorization request. */
export function authorizationQueries({ run }: Watched): readonly URLSearchParams[] {
  return run.authorizations.map(({ url }) => new URL(url).searchParams)
}

/** Everything that went to the MCP endpoint, with its message. */
export function mcpRequests({ sent }: Watched): readonly (Sent & { readonly rpc: string })[] {
  return sent
    .filter(({ url }) => new URL(url).pathname === '/mcp')
    .map((each) => ({ ...each, rpc: /"method":"([^"]+)"/.exec(each.body)?.[1] ?? each.method }))
}
