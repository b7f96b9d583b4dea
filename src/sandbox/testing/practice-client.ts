import { type JsonObject, isObject, parseObject } from '../json.ts'
import { type Sandbox, type SandboxOptions, createSandbox } from '../sandbox.ts'

/** A small client with which the tests of this folder walk a sandbox by hand. */
export const SERVER = 'http://localhost:4281/mcp'
export const ISSUER = 'http://localhost:4282'
export const CALLBACK = 'http://localhost:4280/callback.html'

export function openSandbox(options: Partial<SandboxOptions> = {}): Sandbox {
  return createSandbox({ server: SERVER, issuer: ISSUER, ...options })
}

export function get(sandbox: Sandbox, url: string, headers: Record<string, string> = {}) {
  return sandbox.fetch(new Request(url, { headers }))
}

export async function getObject(sandbox: Sandbox, url: string): Promise<JsonObject> {
  return toObject(await get(sandbox, url))
}

export type Posting<Body> = {
  readonly body: Body
  readonly headers?: Record<string, string>
}

export function postForm(
  sandbox: Sandbox,
  url: string,
  { body, headers = {} }: Posting<Record<string, string>>,
) {
  const form = new URLSearchParams(body)
  return sandbox.fetch(new Request(url, { method: 'POST', body: form, headers }))
}

export function postJson(sandbox: Sandbox, url: string, { body, headers = {} }: Posting<unknown>) {
  const all = { 'Content-Type': 'application/json', ...headers }
  const text = JSON.stringify(body)
  return sandbox.fetch(new Request(url, { method: 'POST', body: text, headers: all }))
}

export async function toObject(response: Response): Promise<JsonObject> {
  const text = await response.text()
  const event = /^data: (.+)$/m.exec(text)?.[1]
  const found = parseObject(event ?? text)
  if (found === undefined) throw new TypeError(`${response.status} holds no JSON object: ${text}`)
  return found
}

export async function register(sandbox: Sandbox, wish: JsonObject = {}): Promise<JsonObject> {
  const metadata = {
    client_name: 'Practice client',
    redirect_uris: [CALLBACK],
    grant_types: ['authorization_code', 'refresh_token'],
    token_endpoint_auth_method: 'none',
    application_type: 'native',
    ...wish,
  }
  return toObject(await postJson(sandbox, endpoint(sandbox, 'register'), { body: metadata }))
}

/** RFC 7636 appendix B. */
export const VERIFIER = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'
export const CHALLENGE = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'

/** Where this sandbox's issuer has an endpoint. */
export function endpoint(sandbox: Sandbox, name: string): string {
  return `${sandbox.options.issuer}/${name}`
}

export function authorizationUrl(
  sandbox: Sandbox,
  clientId: string,
  change: Record<string, string | null> = {},
) {
  const url = new URL(endpoint(sandbox, 'authorize'))
  const parameters = {
    response_type: 'code',
    client_id: clientId,
    redirect_uri: CALLBACK,
    code_challenge: CHALLENGE,
    code_challenge_method: 'S256',
    state: 'a state & more',
    resource: sandbox.options.server,
    scope: 'tools',
    ...change,
  }
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== null) url.searchParams.set(name, value)
  }
  return url.href
}

/** Follows the authorization endpoint's redirect and gives what came back. */
export async function authorize(
  sandbox: Sandbox,
  clientId: string,
  change: Record<string, string | null> = {},
): Promise<URLSearchParams> {
  const response = await get(sandbox, authorizationUrl(sandbox, clientId, change))
  const location = response.headers.get('Location')
  if (location === null) throw new TypeError(`No redirect but ${response.status}`)
  return new URL(location).searchParams
}

/** The exchange of a code, with whatever fields a test wants otherwise. */
export async function exchange(
  sandbox: Sandbox,
  clientId: string,
  change: Record<string, string | null>,
) {
  const fields = {
    grant_type: 'authorization_code',
    redirect_uri: CALLBACK,
    client_id: clientId,
    code_verifier: VERIFIER,
    resource: sandbox.options.server,
    ...change,
  }
  const given = Object.entries(fields).flatMap(([name, value]) =>
    value === null ? [] : [[name, value] as const],
  )
  return postForm(sandbox, endpoint(sandbox, 'token'), { body: Object.fromEntries(given) })
}

/** Registers, asks, exchanges: the token answer of a whole healthy walk. */
export async function walk(
  sandbox: Sandbox,
  change: Record<string, string | null> = {},
): Promise<JsonObject & { readonly clientId: string }> {
  const clientId = String((await register(sandbox))['client_id'])
  const callback = await authorize(sandbox, clientId, change)
  const answer = await toObject(await exchange(sandbox, clientId, { code: callback.get('code') }))
  return { ...answer, clientId }
}

export async function accessToken(
  sandbox: Sandbox,
  change: Record<string, string | null> = {},
): Promise<string> {
  return String((await walk(sandbox, change))['access_token'])
}

const BOTH_TYPES = 'application/json, text/event-stream'

export type Sending = {
  readonly params?: JsonObject
  readonly token?: string
  readonly headers?: Record<string, string>
  readonly id?: string | number
}

/** A call of the stateless revision, with all headers that it asks for. */
export function callModern(sandbox: Sandbox, method: string, sending: Sending = {}) {
  const { params = {}, id = 'c1' } = sending
  const { name } = params
  const headers = {
    'MCP-Protocol-Version': '2026-07-28',
    'Mcp-Method': method,
    ...(typeof name === 'string' ? { 'Mcp-Name': name } : {}),
    ...headersOf(sending),
  }
  const body = { jsonrpc: '2.0', id, method, params: { ...params, _meta: META } }
  return postJson(sandbox, sandbox.options.server, { body, headers })
}

function headersOf({ token, headers = {} }: Sending): Record<string, string> {
  const authorization: Record<string, string> =
    token === undefined ? {} : { Authorization: `Bearer ${token}` }
  return { Accept: BOTH_TYPES, ...authorization, ...headers }
}

export const META = {
  'io.modelcontextprotocol/protocolVersion': '2026-07-28',
  'io.modelcontextprotocol/clientInfo': { name: 'practice-client', version: '1' },
  'io.modelcontextprotocol/clientCapabilities': {},
}

/** A call or a notification of an older revision. */
export function callLegacy(sandbox: Sandbox, method: string, sending: Sending = {}) {
  const { params = {}, id = 1 } = sending
  const isNotification = method.startsWith('notifications/')
  const body = { jsonrpc: '2.0', ...(isNotification ? {} : { id }), method, params }
  return postJson(sandbox, sandbox.options.server, { body, headers: headersOf(sending) })
}

export function initialize(sandbox: Sandbox, version: string, sending: Sending = {}) {
  const params = {
    protocolVersion: version,
    capabilities: {},
    clientInfo: { name: 'practice-client', version: '1' },
  }
  return callLegacy(sandbox, 'initialize', { params, ...sending })
}

/** A member of the result; fails when there is no result. */
export async function resultOf(response: Response): Promise<JsonObject> {
  const message = await toObject(response)
  const { result } = message
  if (!isObject(result)) throw new TypeError(`No result in ${JSON.stringify(message)}`)
  return result
}

export function errorCode(message: JsonObject): unknown {
  return isObject(message['error']) ? message['error']['code'] : undefined
}

export function toolNames(result: JsonObject): readonly unknown[] {
  const { tools } = result
  return Array.isArray(tools) ? tools.filter(isObject).map((tool) => tool['name']) : []
}
