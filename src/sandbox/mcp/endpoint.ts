import { empty, json, text } from '../answers.ts'
import { readBody } from '../body.ts'
import { isLoopbackHost } from '../issuer/redirect-uris.ts'
import { parseJson } from '../json.ts'
import { MODERN } from '../options.ts'
import { type Visit, keeps } from '../scene.ts'
import { challengeAnswer } from './challenge.ts'
import { answerLegacy, isLegacyDate, versionObjection } from './legacy.ts'
import { CODE, type Call, type Ending, type Message, failure, parseMessage } from './messages.ts'
import { toMessage } from './messages.ts'
import { type Turn, missingScopes, neededScopes } from './methods.ts'
import { answerModern, unsupported } from './modern.ts'
import { type Era, finished, render, renderFailure } from './render.ts'
import { checkSession, endSession, isLive } from './session.ts'
import { type TokenCheck, checkToken } from './token-check.ts'

/** The MCP endpoint: authentication first, then the era, then the method. */
export async function answerMcp(visit: Visit): Promise<Response> {
  if (!isOriginWelcome(visit)) return originRefusal(visit)
  const body = await readBody(visit.request)
  const parsed = body === undefined ? undefined : parseJson(body)
  const check = await checkToken(visit)
  if (check.kind === 'refused') return challengeAnswer(visit, { kind: 'bad-token', why: check.why })
  if (check.kind === 'absent' && !(await mayPassWithoutToken(visit, parsed?.value))) {
    return challengeAnswer(visit, { kind: 'no-token' })
  }
  switch (visit.request.method) {
    case 'POST':
      return answerPost(visit, check, parsed)
    case 'DELETE':
      return answerDelete(visit)
    default:
      return notAllowed(visit)
  }
}

function isOriginWelcome({ request, scene }: Visit): boolean {
  const origin = request.headers.get('Origin')
  const { origins } = scene.settings
  if (origin === null || origins === 'any') return true
  return origins === 'trustworthy' ? isTrustworthy(origin) : origins.includes(origin)
}

function isTrustworthy(origin: string): boolean {
  if (!URL.canParse(origin)) return false
  const { protocol, hostname } = new URL(origin)
  return protocol === 'https:' || isLoopbackHost(hostname)
}

function originRefusal({ request }: Visit): Response {
  const says = `This server does not answer pages of ${request.headers.get('Origin') ?? ''}`
  return renderFailure(failure(403, CODE.server, says))
}

async function mayPassWithoutToken(visit: Visit, value: unknown): Promise<boolean> {
  const { settings } = visit.scene
  if (settings.openMethods === 'all') return true
  const session = visit.request.headers.get('Mcp-Session-Id')
  if (session !== null && !keeps(visit.scene, 'token-on-each-request')) {
    return isLive(visit.scene, session)
  }
  const open = settings.openMethods
  const messages = Array.isArray(value) ? value.map(parseMessage) : [parseMessage(value)]
  return messages.length > 0 && messages.every((message) => isOpen(message, open))
}

/** A client that may initialize without a token may also say that it has. */
function isOpen(message: Message, open: readonly string[]): boolean {
  switch (message.kind) {
    case 'call':
      return open.includes(message.call.method)
    case 'notification':
      return open.length > 0
    case 'response':
    case 'malformed':
      return false
  }
}

function notAllowed({ scene }: Visit): Response {
  const allow = scene.settings.sessions ? 'POST, DELETE' : 'POST'
  return text('This endpoint takes POST', 405, { Allow: allow })
}

async function answerDelete(visit: Visit): Promise<Response> {
  const { sessions, eras } = visit.scene.settings
  if (!sessions || eras === 'modern') return notAllowed(visit)
  const objection = await endSession(visit)
  return objection === undefined ? empty(204) : renderFailure(objection)
}

async function answerPost(
  visit: Visit,
  check: TokenCheck,
  parsed: { readonly value: unknown } | undefined,
): Promise<Response> {
  const { headers } = visit.request
  if (!isJsonType(headers.get('Content-Type'))) return text('Send application/json', 415)
  if (!acceptsBothTypes(headers.get('Accept'))) {
    return text('Accept application/json and text/event-stream', 406)
  }
  if (parsed === undefined) return renderFailure(failure(400, CODE.parse, 'The body is not JSON'))
  if (Array.isArray(parsed.value)) return answerBatch(visit, check, parsed.value)
  return answerMessage(visit, check, parseMessage(parsed.value))
}

function isJsonType(type: string | null): boolean {
  return /^application\/json\s*(;|$)/i.test(type ?? '')
}

function acceptsBothTypes(accept: string | null): boolean {
  const types = (accept ?? '*/*').toLowerCase()
  if (types.includes('*/*')) return true
  return types.includes('application/json') && types.includes('text/event-stream')
}

async function answerMessage(visit: Visit, check: TokenCheck, message: Message) {
  switch (message.kind) {
    case 'malformed':
      return renderFailure(failure(400, CODE.request, 'The body is no JSON-RPC 2.0 message'))
    case 'call':
      return answerCall(turnFor(visit, check, message.call))
    case 'notification':
      return (await legacyObjection(visit, message)) ?? empty(202)
    case 'response':
      return (await legacyObjection(visit, message)) ?? empty(202)
  }
}

/** Notifications and responses belong to the session too, where there is one. */
async function legacyObjection(visit: Visit, message: Message): Promise<Response | undefined> {
  const { eras } = visit.scene.settings
  const version = visit.request.headers.get('MCP-Protocol-Version')
  if (eras === 'modern' && version !== MODERN) {
    return renderFailure(version === null ? versionMissing() : unsupported(version))
  }
  if (eras !== 'legacy' && version === MODERN) return undefined
  if (message.kind === 'malformed') return undefined
  const objection = (await checkSession(visit)) ?? versionObjection(visit)
  return objection === undefined ? undefined : renderFailure(objection)
}

function versionMissing(): Ending {
  const data = { supported: [MODERN] }
  return failure(400, CODE.header, 'The MCP-Protocol-Version header is missing', data)
}

function turnFor(visit: Visit, check: TokenCheck, call: Call): Turn {
  const token = check.kind === 'accepted' ? check.token : undefined
  return { visit, call, token, authenticated: check.kind === 'accepted' }
}

async function answerCall(turn: Turn): Promise<Response> {
  const era = eraOf(turn)
  return render(await endingOf(turn, era), turn, era)
}

async function endingOf(turn: Turn, era: Era): Promise<Ending> {
  const { eras } = turn.visit.scene.settings
  if (era === 'legacy' && eras === 'modern') return refuseLegacy(turn)
  if (turn.authenticated && turn.token !== undefined && missingScopes(turn).length > 0) {
    return { kind: 'scope', needed: neededScopes(turn.visit, turn.call) }
  }
  return era === 'modern' ? answerModern(turn) : answerLegacy(turn)
}

/** A stateless server names its versions to a client that wants to shake hands. */
function refuseLegacy({ visit, call }: Turn): Ending {
  const version =
    visit.request.headers.get('MCP-Protocol-Version') ?? call.params['protocolVersion']
  return typeof version === 'string' ? unsupported(version) : versionMissing()
}

/** A call is modern when it says so; `initialize` and the older dates never are. */
function eraOf({ visit, call }: Turn): Era {
  const { eras } = visit.scene.settings
  if (eras === 'legacy' || call.method === 'initialize') return 'legacy'
  const version = visit.request.headers.get('MCP-Protocol-Version')
  if (version !== null) return isLegacyDate(version) ? 'legacy' : 'modern'
  const looksModern = visit.request.headers.has('Mcp-Method') || '_meta' in call.params
  return looksModern || eras === 'modern' ? 'modern' : 'legacy'
}

/** Batches exist in 2025-03-26 alone. */
async function answerBatch(visit: Visit, check: TokenCheck, values: readonly unknown[]) {
  if (values.length === 0 || !mayBatch(visit)) {
    return renderFailure(failure(400, CODE.request, 'One body holds one message'))
  }
  const messages = values.map(parseMessage)
  const replies = []
  for (const message of messages) {
    if (message.kind === 'malformed') {
      return renderFailure(failure(400, CODE.request, 'The batch holds a malformed message'))
    }
    if (message.kind !== 'call') continue
    const turn = turnFor(visit, check, message.call)
    const ending = await endingOf(turn, 'legacy')
    if (ending.kind === 'scope') return render(ending, turn, 'legacy')
    replies.push(finished(visit, turn.call, toMessage(turn.call.id, ending), 'legacy'))
  }
  return replies.length === 0 ? empty(202) : json(replies)
}

function mayBatch({ scene, request }: Visit): boolean {
  const { eras, legacyVersions } = scene.settings
  const version = request.headers.get('MCP-Protocol-Version') ?? '2025-03-26'
  return eras !== 'modern' && version === '2025-03-26' && legacyVersions.includes(version)
}
