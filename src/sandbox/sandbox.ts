import { empty } from './answers.ts'
import { answerPreflight, withCors } from './cors.ts'
import { FAULTS, type FaultName } from './faults.ts'
import { answerAuthorization } from './issuer/authorize-endpoint.ts'
import { type ConsentRequest, askForConsent } from './issuer/consent.ts'
import { answerKeys } from './issuer/keys.ts'
import { answerIssuerMetadata } from './issuer/metadata.ts'
import { answerRegistration } from './issuer/registration.ts'
import { answerRevocation } from './issuer/revocation.ts'
import { answerToken } from './issuer/token-endpoint.ts'
import { answerMcp } from './mcp/endpoint.ts'
import { answerResourceMetadata } from './mcp/resource-metadata.ts'
import { pause } from './mcp/tools.ts'
import { type Choices, toSettings } from './options.ts'
import { type Route, findRoute } from './routes.ts'
import { type Effect, type Scene, type Visit, createMemory } from './scene.ts'
import { createSealer } from './sealed.ts'

export type { ConsentRequest } from './issuer/consent.ts'

export type SandboxOptions = Choices & {
  readonly faults?: readonly FaultName[]
  /** Habits of a provider that is imitated; they come after the faults. */
  readonly habits?: readonly Effect[]
}

/** An MCP server and its issuer, as one function from requests to answers. */
export type Sandbox = {
  readonly options: SandboxOptions
  fetch(request: Request): Promise<Response>
  /** What the authorization endpoint would ask the person, for pages that ask themselves. */
  consent(url: string): Promise<ConsentRequest>
  /** Every code, token and client secret handed out so far. */
  secretsIssued(): readonly string[]
}

export function createSandbox(options: SandboxOptions): Sandbox {
  const scene = createScene(options)
  return {
    options,
    fetch: (request) => answer(visitOf(scene, request)),
    consent: (url) => {
      const visit = visitOf(scene, new Request(url))
      if (visit.place !== 'authorize') {
        return Promise.resolve({ kind: 'refused', says: `No authorization endpoint is at ${url}` })
      }
      return askForConsent(visit, visit.url.searchParams)
    },
    secretsIssued: () => [...scene.memory.secrets],
  }
}

function createScene(options: SandboxOptions): Scene {
  const { faults = [], habits = [], ...choices } = options
  const effects: readonly Effect[] = [...faults.map((name) => FAULTS[name].effect), ...habits]
  const settings = effects.reduce(
    (current, effect) => effect.settings?.(current) ?? current,
    toSettings(choices),
  )
  const sealer = createSealer(`practice ${settings.server} ${settings.issuer}`)
  return { settings, effects, sealer, memory: createMemory() }
}

function visitOf(scene: Scene, sent: Request): Visit {
  const request = scene.effects.reduce(
    (current, effect) => effect.request?.(current) ?? current,
    sent,
  )
  const url = new URL(request.url)
  return { scene, request, url, ...routeOf(scene, url), preflight: request.method === 'OPTIONS' }
}

function routeOf(scene: Scene, url: URL): Route {
  const route = findRoute(url, scene.settings)
  if (route.place !== 'elsewhere' || !url.pathname.endsWith('/')) return route
  const bare = new URL(url)
  bare.pathname = url.pathname.slice(0, -1)
  const slashed = findRoute(bare, scene.settings)
  const isServed = scene.effects.some((effect) => effect.slashForm === slashed.place)
  return isServed ? slashed : route
}

async function answer(visit: Visit): Promise<Response> {
  const { delay } = visit.scene.settings
  if (delay > 0) await pause(delay, visit.request.signal)
  const finished = withCors(await affected(visit), visit)
  if (visit.request.method !== 'HEAD') return finished
  return new Response(null, { status: finished.status, headers: finished.headers })
}

/** The healthy answer, unless an effect answers first, and as each effect then leaves it. */
async function affected(visit: Visit): Promise<Response> {
  let response = (await answeredBefore(visit)) ?? (await healthyAnswer(visit))
  for (const effect of visit.scene.effects) {
    if (effect.after !== undefined) response = await effect.after(response, visit)
  }
  return response
}

async function answeredBefore(visit: Visit): Promise<Response | undefined> {
  for (const effect of visit.scene.effects) {
    const response = await effect.before?.(visit)
    if (response !== undefined) return response
  }
  return undefined
}

async function healthyAnswer(visit: Visit): Promise<Response> {
  if (visit.preflight) return answerPreflight(visit)
  switch (visit.place) {
    case 'mcp':
      return answerMcp(visit)
    case 'resource-metadata':
      return readOnly(visit) ?? answerResourceMetadata(visit)
    case 'issuer-metadata':
      return readOnly(visit) ?? answerIssuerMetadata(visit)
    case 'keys':
      return readOnly(visit) ?? answerKeys()
    case 'authorize':
      return answerAuthorization(visit)
    case 'token':
      return answerToken(visit)
    case 'register':
      return answerRegistration(visit)
    case 'revoke':
      return answerRevocation(visit)
    case 'elsewhere':
      return empty(404)
  }
}

function readOnly({ request }: Visit): Response | undefined {
  const isRead = request.method === 'GET' || request.method === 'HEAD'
  return isRead ? undefined : empty(405, { Allow: 'GET, HEAD, OPTIONS' })
}
