import { type Exchange, answerOf } from '../http/exchange.ts'
import { readRpcAnswer } from '../http/json-rpc.ts'
import {
  type JsonObject,
  isJsonArray,
  isJsonObject,
  objectMember,
  stringMember,
} from '../http/json.ts'
import { xMcpHeaders } from '../http/param-headers.ts'
import type { StepResult } from '../run/events.ts'
import type { SessionFact, Tool, ToolsFact } from '../run/facts.ts'
import { type Step, type StepContext, requireFact } from '../run/step.ts'
import { endAsk, toolsListAsk } from './mcp/mcp-request.ts'
import { onRefusal, withReason } from './mcp/refusal.ts'
import { saidBy, unanswered } from './unanswered.ts'

const MOST_PAGES = 200

/** tools/list with all its pages, and one tools/call when the person wished for it. */
export const tools: Step = {
  id: 'tools',
  title: 'Tools',
  needs: ['session'],
  gives: ['tools'],
  plan: 'lists the tools',
  async run(context) {
    const current = requireFact(context, 'session')
    const listed = await listTools(context, current)
    if (listed.kind === 'result') return listed.result
    const called = context.config.call && (await callOne(context, current, listed.fact))
    if (called?.kind === 'result') return called.result
    endSession(context, current)
    const count = listed.fact.tools.length
    return {
      kind: 'done',
      says: `${count} ${count === 1 ? 'tool' : 'tools'}`,
      facts: { tools: { ...listed.fact, ...(called?.kind === 'called' && { call: called.call }) } },
    }
  },
}

/** Loaded when a tool is to be called: most walks call none. */
async function callOne(context: StepContext, current: SessionFact, listed: ToolsFact) {
  const { callTool } = await import('./mcp/tool-call.ts')
  return callTool(context, current, listed)
}

type Listed =
  | { readonly kind: 'listed'; readonly fact: ToolsFact }
  | { readonly kind: 'result'; readonly result: StepResult }

async function listTools(context: StepContext, current: SessionFact): Promise<Listed> {
  const found: Tool[] = []
  const exchanges: string[] = []
  const seen = new Set<string>()
  let cursor: string | undefined
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const at = { page, ...(cursor !== undefined && { cursor }) }
    const exchange = await withReason(context, await sendPage(context, current, at))
    const read = await readPage(context, current, { exchange, page })
    if (read.kind === 'result') return read
    exchanges.push(exchange.id)
    found.push(...usableTools(context, current, { exchange, tools: toolsOf(read.result) }))
    cursor = stringMember(read.result, 'nextCursor')
    if (cursor === undefined) return { kind: 'listed', fact: { tools: found, exchanges } }
    if (seen.has(cursor))
      return { kind: 'listed', fact: { tools: found, exchanges, cut: 'repeated-cursor' } }
    seen.add(cursor)
  }
  return { kind: 'listed', fact: { tools: found, exchanges, cut: 'page-limit' } }
}

/** In the pace of a plain client, the request that showed the era was the first page already. */
async function sendPage(
  context: StepContext,
  current: SessionFact,
  at: { readonly page: number; readonly cursor?: string },
): Promise<Exchange> {
  const shown = context.run.exchanges.find((each) => each.id === current.exchange)
  const isFirstPage = shown?.request.body?.text.includes('"tools-list-1"') === true
  if (at.page === 1 && isFirstPage && shown) return shown
  return context.wire.send(toolsListAsk(context, current, at))
}

type Page =
  | { readonly kind: 'page'; readonly result: JsonObject }
  | { readonly kind: 'result'; readonly result: StepResult }

async function readPage(
  context: StepContext,
  current: SessionFact,
  { exchange, page }: { readonly exchange: Exchange; readonly page: number },
): Promise<Page> {
  const refusal = await onRefusal(context, exchange)
  if (refusal) return { kind: 'result', result: refusal }
  const answer = answerOf(exchange)
  if (!answer) return { kind: 'result', result: unanswered(exchange, 'The MCP server') }
  const rpc = readRpcAnswer(answer, `tools-list-${page}`)
  if (rpc.kind === 'result') return { kind: 'page', result: rpc.result }
  const { beginAgain } = await import('./mcp/restart.ts')
  return {
    kind: 'result',
    result: beginAgain(context, exchange, current) ?? {
      kind: 'failed',
      error: {
        code: 'bad-mcp-answer',
        message: `tools/list was answered with ${answer.status}${saidBy(rpc)}`,
        exchange: exchange.id,
      },
      facts: {},
    },
  }
}

function toolsOf(result: JsonObject): readonly Tool[] {
  const list = result.tools
  if (!isJsonArray(list)) return []
  return list.filter(isJsonObject).map((each) => {
    const title =
      stringMember(each, 'title') ?? stringMember(objectMember(each, 'annotations'), 'title')
    const description = stringMember(each, 'description')
    const inputSchema = objectMember(each, 'inputSchema')
    return {
      name: stringMember(each, 'name') ?? '',
      ...(title !== undefined && { title }),
      ...(description !== undefined && { description }),
      ...(inputSchema && { inputSchema }),
    }
  })
}

/** 2026-07-28: a tool with an invalid `x-mcp-header` must not be listed. */
function usableTools(
  context: StepContext,
  current: SessionFact,
  page: { readonly exchange: Exchange; readonly tools: readonly Tool[] },
): readonly Tool[] {
  if (current.era === 'legacy') return page.tools
  return page.tools.filter((tool) => {
    const [invalid] = xMcpHeaders(tool, {}).invalid
    if (!invalid) return true
    context.decide({
      exchange: page.exchange.id,
      says: `Leaves out the tool ${tool.name}`,
      why: invalid.says,
      spec: 'mcp-transport-2026-07-28',
    })
    return false
  })
}

/** Nothing waits for the answer. */
function endSession(context: StepContext, current: SessionFact): void {
  if (current.sessionId !== undefined) context.wire.leave(endAsk(context, current))
}
