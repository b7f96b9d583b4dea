import { type JsonObject, objectMember, parseJsonObject } from '../../http/json.ts'
import type { McpMessage } from '../../http/mcp-message.ts'
import type { Ask } from '../../http/wire.ts'
import type { SessionFact } from '../../run/facts.ts'
import type { StepContext } from '../../run/step.ts'
import { legacyAsk, modernAsk } from '../mcp/mcp-request.ts'

/** A message to the server as it should be; probes then change one thing in it. */
export function rightAsk(
  context: StepContext,
  session: Partial<SessionFact> & Pick<SessionFact, 'era'>,
  message: Omit<McpMessage, 'id'>,
): Ask {
  const about = { step: 'probes', purpose: '' } as const
  const whole: McpMessage = { ...message, id: 'probe' }
  return session.era === 'modern'
    ? modernAsk(context, about, whole)
    : legacyAsk(context, about, { message: whole, session })
}

/** The request that most probes change: the first page of the tools. */
export function listAsk(
  context: StepContext,
  session: Partial<SessionFact> & Pick<SessionFact, 'era'>,
): Ask {
  return rightAsk(context, session, { method: 'tools/list', params: {} })
}

/** The same request with another value for a header, or without it. */
export function withHeader(ask: Ask, name: string, value: string | undefined): Ask {
  const others = ask.headers.filter(([own]) => own.toLowerCase() !== name.toLowerCase())
  return { ...ask, headers: value === undefined ? others : [...others, [name, value]] }
}

/** The same request with other params. */
export function withParams(ask: Ask, change: (params: JsonObject) => JsonObject): Ask {
  const message = parseJsonObject(ask.body ?? '') ?? {}
  const params = change(objectMember(message, 'params') ?? {})
  return { ...ask, body: JSON.stringify({ ...message, params }) }
}
