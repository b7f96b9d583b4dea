import type { Exchange, HeaderList, StepId } from '../http/exchange.ts'
import { holdsAnswer } from '../http/json-rpc.ts'
import type { Ask } from '../http/wire.ts'
import type { SessionFact } from '../run/facts.ts'
import type { StepContext } from '../run/step.ts'

/** What this client calls itself. */
export const CLIENT_INFO = { name: 'mcp-flow-debugger', version: '1' } as const

/** The MCP protocol version of the stateless era. */
export const MODERN_VERSION = '2026-07-28'

const ACCEPT = 'application/json, text/event-stream'

/** One JSON-RPC message to the MCP endpoint. `id` is absent for a notification. */
export type Message = {
  readonly step: StepId
  readonly purpose: string
  readonly method: string
  readonly id?: string | number
  readonly params?: { readonly [name: string]: unknown }
  readonly repeatable?: boolean
  readonly extraHeaders?: HeaderList
}

/** A stateless 2026-07-28 message: version and method in headers, version and client in `_meta` (digest 2.7). */
export function modernAsk(context: StepContext, message: Message): Ask {
  const meta = {
    'io.modelcontextprotocol/protocolVersion': MODERN_VERSION,
    'io.modelcontextprotocol/clientInfo': CLIENT_INFO,
    'io.modelcontextprotocol/clientCapabilities': {},
  }
  return ask(context, message, {
    headers: [
      ['MCP-Protocol-Version', MODERN_VERSION],
      ['Mcp-Method', message.method],
      ...(message.extraHeaders ?? []),
    ],
    params: { _meta: meta, ...message.params },
  })
}

/** A message of the `initialize` era; version and session id go along once they are known (digest 2.6). */
export function legacyAsk(context: StepContext, message: Message, session?: SessionFact): Ask {
  const version = session && session.version !== '2025-03-26' ? session.version : undefined
  return ask(context, message, {
    headers: [
      ...(version ? [['MCP-Protocol-Version', version] as const] : []),
      ...(session?.sessionId ? [['Mcp-Session-Id', session.sessionId] as const] : []),
    ],
    ...(message.params && { params: message.params }),
  })
}

/** The message in the era of the session. */
export function sessionAsk(context: StepContext, message: Message, session: SessionFact): Ask {
  return session.era === 'modern'
    ? modernAsk(context, message)
    : legacyAsk(context, message, session)
}

/** The first request of the `initialize` era. */
export function initializeAsk(context: StepContext, step: StepId, purpose: string): Ask {
  return legacyAsk(context, {
    step,
    purpose,
    method: 'initialize',
    id: 'initialize-1',
    params: {
      protocolVersion: context.policy.versions[0] ?? '2025-11-25',
      capabilities: {},
      clientInfo: CLIENT_INFO,
    },
  })
}

/** The first page of tools/list, the same request whoever asks for it first. */
export function toolsListAsk(
  context: StepContext,
  session: Pick<SessionFact, 'era'> & Partial<SessionFact>,
  page = 1,
  cursor?: string,
): Ask {
  const message: Message = {
    step: 'tools',
    purpose: page === 1 ? 'The list of tools' : `The list of tools, page ${page}`,
    method: 'tools/list',
    id: `tools-list-${page}`,
    params: cursor === undefined ? {} : { cursor },
  }
  if (session.era === 'modern') return modernAsk(context, message)
  return legacyAsk(context, message, { version: '', exchange: '', capabilities: null, ...session })
}

/** True when an exchange carried an access token. */
export function carriedToken(exchange: Exchange): boolean {
  return exchange.request.headers.some(([name]) => name.toLowerCase() === 'authorization')
}

function ask(
  context: StepContext,
  message: Message,
  era: { headers: HeaderList; params?: { readonly [name: string]: unknown } },
): Ask {
  const { id } = message
  const token = context.run.facts.tokens?.accessToken
  return {
    step: message.step,
    purpose: message.purpose,
    to: 'server',
    method: 'POST',
    url: context.config.server,
    headers: [
      ['Content-Type', 'application/json'],
      ['Accept', ACCEPT],
      ...era.headers,
      ...(token ? [['Authorization', `Bearer ${token}`] as const] : []),
      ...(context.secrets.headers ?? []),
    ],
    body: JSON.stringify({
      jsonrpc: '2.0',
      ...(id !== undefined && { id }),
      method: message.method,
      ...(era.params && { params: era.params }),
    }),
    repeatable: message.repeatable ?? true,
    ...(id !== undefined && { answered: (text: string) => holdsAnswer(text, id) }),
  }
}
