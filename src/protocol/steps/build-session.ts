import type { Facts } from '../run/facts.ts'
import { type World, buildContext } from './build-context.ts'
import { session } from './session.ts'

/** For tests of the session step: what is known when its turn comes. */
export const FACTS: Partial<Facts> = {
  challenge: { exchange: 'e0', status: 401, required: true, header: 'absent' },
  tokens: { exchange: 'e0', accessToken: 't', tokenType: 'Bearer' },
}
/** How the server names itself. */
export const INFO = { name: 'practice', title: 'Practice server', version: '1.2' }

/** What a server answers to each method; 404 to the others. */
export type Answers = {
  readonly [method: string]: (request: Request) => Response | Promise<Response>
}

/** Runs the session step against such a server. */
export async function open(answers: Answers, world: World = {}) {
  const answer = async (request: Request): Promise<Response> => {
    const method = /"method":"([^"]+)"/.exec(await request.clone().text())?.[1] ?? request.method
    return answers[method]?.(request) ?? new Response(null, { status: 404 })
  }
  const built = buildContext({ facts: FACTS, answer, config: { pace: 'together' }, ...world })
  const result = await session.run(built.context)
  await built.context.wire.settle(1_000)
  const fact = result.kind === 'done' ? result.facts.session : undefined
  const error = result.kind === 'failed' ? result.error : undefined
  const methods = built.exchanges.map(
    ({ request }) => /"method":"([^"]+)"/.exec(request.body?.text ?? '')?.[1] ?? request.method,
  )
  return { ...built, result, fact, error, methods }
}

/** A JSON-RPC answer. */
export function rpc(id: string, part: object, init?: ResponseInit): Response {
  return Response.json({ jsonrpc: '2.0', id, ...part }, init)
}

type Failing = { readonly status?: number; readonly data?: object }

/** An answer with an error, of the method whose request has that id. */
export function fails(
  id: string,
  code: number,
  { status = 200, data }: Failing = {},
): () => Response {
  const error = { code, message: 'no', ...(data && { data }) }
  return () => rpc(id, { error }, { status })
}

/** The answer of a modern server to `server/discover`. */
export const DISCOVERED = () =>
  rpc('discover-1', {
    result: {
      resultType: 'complete',
      capabilities: { tools: {} },
      _meta: { 'io.modelcontextprotocol/serverInfo': INFO },
    },
  })

/** An empty list of tools. */
export const LISTED = () => rpc('tools-list-1', { result: { resultType: 'complete', tools: [] } })

/** The answer to `initialize`. */
export const INITIALIZED = (version = '2025-11-25', headers: HeadersInit = {}) =>
  rpc(
    'initialize-1',
    { result: { protocolVersion: version, capabilities: { tools: {} }, serverInfo: INFO } },
    { headers },
  )

/** The answer to a notification. */
export const ACCEPTED = () => new Response(null, { status: 202 })
