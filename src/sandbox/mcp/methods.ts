import { base64url } from 'jose'
import type { AccessToken } from '../issuer/access-token.ts'
import { type JsonObject, isObject } from '../json.ts'
import type { Tool } from '../options.ts'
import { type Visit, keeps } from '../scene.ts'
import { CODE, type Call, type Ending, failure } from './messages.ts'
import { callTool, toolsOf } from './tools.ts'

/** A call on its way through the server. */
export type Turn = {
  readonly visit: Visit
  readonly call: Call
  /** Absent when the method is open, or a fault let the call pass without one. */
  readonly token: AccessToken | undefined
  readonly authenticated: boolean
}

export const SERVER_INFO = { name: 'practice-server', title: 'Practice server', version: '1.0.0' }

/** The scopes that this call needs and its token does not hold. */
export function missingScopes({ visit, call, token }: Turn): readonly string[] {
  const needed = neededScopes(visit, call)
  const never = unreachable(visit, call)
  return needed.filter((scope) => token?.scopes.includes(scope) !== true || never.includes(scope))
}

function unreachable({ scene }: Visit, call: Call): readonly string[] {
  if (!call.method.startsWith('tools/')) return []
  return scene.effects.flatMap((effect) => effect.alwaysLacks ?? [])
}

export function neededScopes(visit: Visit, call: Call): readonly string[] {
  const { settings } = visit.scene
  const { required = {} } = settings.scopes
  // A method may have the name of something that every object has.
  const forMethod = Object.hasOwn(required, call.method) ? (required[call.method] ?? []) : []
  const forTool = call.method === 'tools/call' ? (findTool(visit, call)?.scopes ?? []) : []
  return [...new Set([...forMethod, ...forTool, ...unreachable(visit, call)])]
}

export function findTool(visit: Visit, call: Call): Tool | undefined {
  return toolsOf(visit.scene.settings).find((tool) => tool.listed.name === call.params['name'])
}

/** One page of the list. The cursor is opaque to clients; here it holds a position. */
export function listTools({ visit, call }: Turn): Ending {
  const { settings } = visit.scene
  const all = toolsOf(settings)
  const start = positionOf(call.params['cursor'], visit, all.length)
  if (start === undefined) {
    return failure(
      200,
      CODE.params,
      `No page has the cursor ${JSON.stringify(call.params['cursor'])}`,
    )
  }
  const end = start + settings.pageSize
  const tools = all.slice(start, end).map((tool) => tool.listed)
  const next = end < all.length ? { nextCursor: cursorAt(end, visit) } : {}
  return { kind: 'result', result: { tools, ...next } }
}

function cursorAt(position: number, { scene }: Visit): string {
  const { pageSize, emptyStringCursor } = scene.settings
  if (emptyStringCursor && position === pageSize) return ''
  return base64url.encode(`tools:${position}`)
}

function positionOf(cursor: unknown, visit: Visit, count: number): number | undefined {
  if (cursor === undefined) return 0
  const { pageSize } = visit.scene.settings
  const pages = Math.ceil(count / pageSize)
  const starts = Array.from(
    { length: Math.max(pages - 1, 0) },
    (_, index) => (index + 1) * pageSize,
  )
  const found = starts.find((position) => cursorAt(position, visit) === cursor)
  return found ?? (keeps(visit.scene, 'cursor') ? undefined : 0)
}

export async function answerToolCall({ visit, call }: Turn): Promise<Ending> {
  const tool = findTool(visit, call)
  if (tool === undefined) {
    return failure(200, CODE.params, `There is no tool ${JSON.stringify(call.params['name'])}`)
  }
  const given = call.params['arguments']
  if (given !== undefined && !isObject(given)) {
    return failure(200, CODE.params, 'The arguments of a tool are an object')
  }
  const text = await callTool(tool.listed.name, given ?? {}, visit.request.signal)
  return { kind: 'result', result: { content: [{ type: 'text', text }], isError: false } }
}

export function toolCapabilities(): JsonObject {
  return { tools: {} }
}
