import { type Exchange, answerOf } from '../../http/exchange.ts'
import { readRpcAnswer } from '../../http/json-rpc.ts'
import { type JsonObject, parseJsonObject } from '../../http/json.ts'
import { xMcpHeaders } from '../../http/param-headers.ts'
import type { StepResult } from '../../run/events.ts'
import type { SessionFact, ToolsFact } from '../../run/facts.ts'
import type { StepContext } from '../../run/step.ts'
import { saidBy, unanswered } from '../unanswered.ts'
import { legacyAsk, modernAsk } from './mcp-request.ts'
import { onRefusal } from './refusal.ts'

/** What a tool call brought, or the result that ends the step. */
export type Called =
  | { readonly kind: 'called'; readonly call: NonNullable<ToolsFact['call']> }
  | { readonly kind: 'not-called' }
  | { readonly kind: 'result'; readonly result: StepResult }

/** Calls one tool. Tools have side effects, so the request is never made twice. */
export async function callTool(
  context: StepContext,
  current: SessionFact,
  listed: ToolsFact,
): Promise<Called> {
  const { tool, arguments: text } = context.config.call ?? { tool: '', arguments: '' }
  const values = parseJsonObject(text === '' ? '{}' : text)
  if (!values) return failed(`The arguments of ${tool} are no JSON object: ${text}`)
  if (wasUnderWay(context, tool)) return { kind: 'not-called' }
  const exchange = await sendCall(context, current, { tool, values, listed })
  const refusal = await onRefusal(context, exchange)
  if (refusal) return { kind: 'result', result: refusal }
  const answer = answerOf(exchange)
  if (!answer) return { kind: 'result', result: unanswered(exchange, 'The MCP server') }
  const rpc = readRpcAnswer(answer, 'tools-call-1')
  if (rpc.kind === 'none')
    return failed(`tools/call was answered with ${answer.status}${saidBy(rpc)}`, exchange)
  const isError = rpc.kind === 'error' || rpc.result.isError === true
  context.decide({
    exchange: exchange.id,
    says: isError ? `${tool} answered with an error` : `${tool} answered`,
  })
  return { kind: 'called', call: { tool, exchange: exchange.id, isError } }
}

/** A call that a reload cut off may have been heard; making it again is for the person to decide. */
function wasUnderWay(context: StepContext, tool: string): boolean {
  const cutOff = context.run.exchanges.find(
    ({ purpose, outcome }) =>
      purpose === purposeOf(tool) && outcome.kind === 'aborted' && outcome.by === 'walk',
  )
  if (!cutOff) return false
  context.decide({
    exchange: cutOff.id,
    says: `Does not call ${tool} again`,
    why: 'the page was left while the call was under way, and tools have side effects',
  })
  return true
}

function purposeOf(tool: string): string {
  return `Call of the tool ${tool}`
}

function sendCall(
  context: StepContext,
  current: SessionFact,
  call: { tool: string; values: JsonObject; listed: ToolsFact },
): Promise<Exchange> {
  const about = {
    step: 'tools',
    purpose: purposeOf(call.tool),
    repeatable: false,
  } as const
  const message = {
    method: 'tools/call',
    id: 'tools-call-1',
    params: { name: call.tool, arguments: call.values },
  } as const
  if (current.era === 'legacy') {
    return context.wire.send(legacyAsk(context, about, { message, session: current }))
  }
  const tool = call.listed.tools.find((each) => each.name === call.tool)
  const mirrored = xMcpHeaders(tool ?? {}, call.values)
  for (const { at, says } of mirrored.unsendable) {
    context.decide({ says: `Does not mirror ${at}`, why: says, spec: 'mcp-transport-2026-07-28' })
  }
  return context.wire.send(
    modernAsk(context, { ...about, extraHeaders: mirrored.headers }, message),
  )
}

function failed(message: string, exchange?: Exchange): Called {
  return {
    kind: 'result',
    result: {
      kind: 'failed',
      error: { code: 'bad-mcp-answer', message, ...(exchange && { exchange: exchange.id }) },
      facts: {},
    },
  }
}
