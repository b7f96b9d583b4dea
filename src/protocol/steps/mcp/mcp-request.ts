import type { Exchange, HeaderList, StepId } from '../../http/exchange.ts'
import { holdsAnswer } from '../../http/json-rpc.ts'
import {
  type McpDialect,
  type McpMessage,
  initializeMessage,
  writeMessage,
} from '../../http/mcp-message.ts'
import type { Ask } from '../../http/wire.ts'
import type { SessionFact } from '../../run/facts.ts'
import type { Policy } from '../../run/policy.ts'
import type { StepContext } from '../../run/step.ts'

/** What this client calls itself. */
const CLIENT = { name: 'mcp-flow-debugger', version: '1' } as const

/** The MCP protocol version of the stateless era. */
export const MODERN_VERSION = '2026-07-28'

/** How a request to the MCP endpoint appears in the log, and whether it may be made twice. */
export type About = {
  readonly step: StepId
  readonly purpose: string
  readonly repeatable?: boolean
  readonly extraHeaders?: HeaderList
}

/** Who speaks to the server: a step of a walk, or a survey after it. */
export type Speaker = Pick<StepContext, 'run' | 'config' | 'secrets'>

/** A stateless 2026-07-28 message (digest 2.7). */
export function modernAsk(context: Speaker, about: About, message: McpMessage): Ask {
  return toAsk(context, about, {
    message,
    dialect: { era: 'modern', version: MODERN_VERSION, client: CLIENT },
  })
}

/** A message of the `initialize` era; version and session id go along once they are known (digest 2.6). */
export function legacyAsk(
  context: Speaker,
  about: About,
  spoken: { readonly message: McpMessage; readonly session?: Partial<SessionFact> },
): Ask {
  const { version, sessionId } = spoken.session ?? {}
  return toAsk(context, about, {
    message: spoken.message,
    dialect: {
      era: 'legacy',
      ...(version !== undefined && { version }),
      ...(sessionId !== undefined && { sessionId }),
    },
  })
}

/**
 * The first request of the `initialize` era. `spoken` is what the server said it speaks: the newest version of both
 * is asked for then, else our newest.
 */
export function initializeAsk(
  context: Speaker & { readonly policy: Pick<Policy, 'versions'> },
  about: { readonly step: StepId; readonly purpose: string },
  spoken: readonly string[] = [],
): Ask {
  const { versions } = context.policy
  const common = versions.find((version) => spoken.includes(version))
  const version = common ?? versions[0] ?? '2025-11-25'
  const message = initializeMessage('initialize-1', version, CLIENT)
  return legacyAsk(context, about, { message })
}

/** A page of tools/list, the same request whoever asks for it first. */
export function toolsListAsk(
  context: StepContext,
  session: Pick<SessionFact, 'era'> & Partial<SessionFact>,
  at: { readonly page: number; readonly cursor?: string } = { page: 1 },
): Ask {
  const about: About = {
    step: 'tools',
    purpose: at.page === 1 ? 'The list of tools' : `The list of tools, page ${at.page}`,
  }
  const message: McpMessage = {
    method: 'tools/list',
    id: `tools-list-${at.page}`,
    params: at.cursor === undefined ? {} : { cursor: at.cursor },
  }
  return session.era === 'modern'
    ? modernAsk(context, about, message)
    : legacyAsk(context, about, { message, session })
}

/** Ends a session (digest 2.6 d). */
export function endAsk(context: Speaker, session: Partial<SessionFact>): Ask {
  const about: About = { step: 'tools', purpose: 'End of the session' }
  const { body: _, ...ask } = legacyAsk(context, about, { message: { method: 'end' }, session })
  const headers = ask.headers.filter(([name]) => name !== 'Content-Type')
  return { ...ask, method: 'DELETE', headers }
}

/** True when an exchange carried an access token. */
export function carriedToken(exchange: Exchange): boolean {
  return exchange.request.headers.some(([name]) => name.toLowerCase() === 'authorization')
}

function toAsk(
  context: Speaker,
  about: About,
  spoken: { readonly message: McpMessage; readonly dialect: McpDialect },
): Ask {
  const { message } = spoken
  const { id } = message
  const written = writeMessage(message, spoken.dialect)
  const token = context.run.facts.tokens?.accessToken
  return {
    step: about.step,
    purpose: about.purpose,
    to: 'server',
    method: 'POST',
    url: context.config.server,
    headers: [
      ...written.headers,
      ...(about.extraHeaders ?? []),
      ...(token === undefined ? [] : [['Authorization', `Bearer ${token}`] as const]),
      ...(context.secrets.headers ?? []),
    ],
    body: written.body,
    repeatable: about.repeatable ?? true,
    ...(id !== undefined && { answered: (text: string) => holdsAnswer(text, id) }),
  }
}
