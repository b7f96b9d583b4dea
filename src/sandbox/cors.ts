import { empty } from './answers.ts'
import { mirroredHeaderNames, toolsOf } from './mcp/tools.ts'
import { type CorsPolicy, type Place, type Visit, shaped } from './scene.ts'

const POST_ONLY: readonly string[] = ['POST', 'OPTIONS']
const READ_ONLY: readonly string[] = ['GET', 'HEAD', 'OPTIONS']

/** How long a browser may remember the answer to a preflight, in seconds. */
const MAX_AGE = '7200'

/** The answer to a preflight request: always before authentication, which preflights never carry. */
export function answerPreflight(visit: Visit): Response {
  const allow = methodsAt(visit.place).join(', ')
  if (!visit.scene.settings.cors || visit.place === 'authorize') {
    return empty(405, { Allow: allow })
  }
  const policy = policyFor(visit, 204)
  const headers = new Headers()
  setList(headers, 'Access-Control-Allow-Methods', policy.methods)
  setList(headers, 'Access-Control-Allow-Headers', policy.headers)
  headers.set('Access-Control-Max-Age', MAX_AGE)
  return new Response(null, { status: 204, headers })
}

/** The answer with the headers that let a page of any origin read it, whatever its status. */
export function withCors(response: Response, visit: Visit): Response {
  const { origin, exposed } = policyFor(visit, response.status)
  if (origin === undefined) return response
  const headers = new Headers(response.headers)
  headers.set('Access-Control-Allow-Origin', origin)
  if (origin !== '*') headers.append('Vary', 'Origin')
  if (!visit.preflight) setList(headers, 'Access-Control-Expose-Headers', exposed)
  return new Response(response.body, { status: response.status, headers })
}

function policyFor(visit: Visit, status: number): CorsPolicy {
  const { scene, place } = visit
  const shared = scene.settings.cors && place !== 'authorize'
  const policy: CorsPolicy = {
    origin: shared ? '*' : undefined,
    methods: methodsAt(place),
    headers: [...REQUEST_HEADERS, ...mirroredHeaderNames(toolsOf(scene.settings))],
    exposed: ['WWW-Authenticate', 'Mcp-Session-Id', 'Retry-After', 'Link'],
  }
  return shaped(scene, policy, (effect, value) => effect.cors?.(value, visit, status))
}

const REQUEST_HEADERS: readonly string[] = [
  'Accept',
  'Authorization',
  'Content-Type',
  'Last-Event-ID',
  'MCP-Protocol-Version',
  'Mcp-Session-Id',
  'Mcp-Method',
  'Mcp-Name',
]

function methodsAt(place: Place): readonly string[] {
  switch (place) {
    case 'mcp':
      return ['GET', 'POST', 'DELETE', 'OPTIONS']
    case 'token':
    case 'register':
    case 'revoke':
      return POST_ONLY
    case 'authorize':
      return ['GET', 'POST']
    case 'resource-metadata':
    case 'issuer-metadata':
    case 'keys':
    case 'elsewhere':
      return READ_ONLY
  }
}

function setList(headers: Headers, name: string, values: readonly string[]): void {
  if (values.length > 0) headers.set(name, values.join(', '))
}
