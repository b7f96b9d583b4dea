import { type HeaderRecord, empty, json } from '../answers.ts'
import type { JsonObject } from '../json.ts'
import { type Reply, type Visit, shaped } from '../scene.ts'
import { challengeAnswer } from './challenge.ts'
import { type Call, type Ending, toMessage } from './messages.ts'
import type { Turn } from './methods.ts'

export type Era = Reply['era']

/** A call's ending as an HTTP answer: JSON or an event stream, or a challenge for more scopes. */
export function render(ending: Ending, turn: Turn, era: Era): Response {
  const { visit, call } = turn
  if (ending.kind === 'scope') {
    return challengeAnswer(visit, {
      kind: 'scope',
      needed: ending.needed,
      held: turn.token?.scopes ?? [],
    })
  }
  const message = finished(visit, call, toMessage(call.id, ending), era)
  if (ending.kind === 'error' && ending.status !== 200) return json(message, ending.status)
  const session = ending.kind === 'result' ? ending.session : undefined
  const headers: HeaderRecord = session === undefined ? {} : { 'Mcp-Session-Id': session }
  return visit.scene.settings.answers === 'json'
    ? json(message, 200, headers)
    : eventStream(message, { ...headers, ...STREAM_HEADERS }, isResumable(turn, era))
}

/** The message as it leaves, after every effect has had its turn. */
// oxlint-disable-next-line max-params -- the four are one reply
export function finished(visit: Visit, call: Call, message: JsonObject, era: Era): JsonObject {
  return shaped(visit.scene, message, (effect, value: JsonObject) =>
    effect.reply?.({ message: value, method: call.method, era }, visit),
  )
}

/** An error that belongs to no call. */
export function renderFailure(ending: Ending): Response {
  if (ending.kind !== 'error') return empty(500)
  return json(toMessage(null, ending), ending.status)
}

const STREAM_HEADERS = {
  'Content-Type': 'text/event-stream',
  'Cache-Control': 'no-cache',
  'X-Accel-Buffering': 'no',
}

/** 2025-11-25 opens a stream with an id and no data, so that a client could resume it. */
function eventStream(message: JsonObject, headers: HeaderRecord, resumable: boolean): Response {
  const priming = resumable ? `id: ${crypto.randomUUID()}\ndata:\n\n` : ''
  return new Response(`${priming}${asEvent(message)}`, { status: 200, headers: { ...headers } })
}

export function asEvent(message: JsonObject): string {
  return `event: message\ndata: ${JSON.stringify(message)}\n\n`
}

function isResumable({ visit, call }: Turn, era: Era): boolean {
  const version =
    visit.request.headers.get('MCP-Protocol-Version') ?? call.params['protocolVersion']
  return era === 'legacy' && version === '2025-11-25'
}
