import type { JsonObject } from './json.ts'
import type { AuthMethod, Refinements, Settings } from './options.ts'
import type { Sealer } from './sealed.ts'

/** Where a request arrives. */
export type Place =
  | 'mcp'
  | 'resource-metadata'
  | 'issuer-metadata'
  | 'authorize'
  | 'token'
  | 'register'
  | 'revoke'
  | 'keys'
  | 'elsewhere'

export type Visit = {
  readonly scene: Scene
  readonly request: Request
  readonly url: URL
  readonly place: Place
  /** Which issuer is addressed; the first one at the MCP server's own places. */
  readonly issuer: string
  /** Which of several addresses of one document: `root`, `path`, `oauth`, `openid` ... */
  readonly form: string
  readonly preflight: boolean
}

/** One challenge of a `WWW-Authenticate` header. */
export type Challenge = {
  readonly scheme: string
  readonly parameters: readonly (readonly [name: string, value: string])[]
}

export type Callback = {
  readonly redirectUri: string
  readonly parameters: readonly (readonly [name: string, value: string])[]
  readonly part: 'query' | 'fragment'
}

export type CorsPolicy = {
  readonly origin: string | undefined
  readonly methods: readonly string[]
  readonly headers: readonly string[]
  readonly exposed: readonly string[]
}

export type Reply = {
  readonly message: JsonObject
  readonly method: string
  readonly era: 'modern' | 'legacy'
}

/** A duty of a healthy server that a fault leaves undone. */
export type Duty =
  | 'audience'
  | 'code-binding'
  | 'code-once'
  | 'cursor'
  | 'document-check'
  | 'document-fetch'
  | 'ended-session'
  | 'expiry'
  | 'header-token-only'
  | 'loopback-port'
  | 'mirrored-headers'
  | 'pkce-demanded'
  | 'pkce-verified'
  | 'redirect-allowed'
  | 'redirect-match'
  | 'refresh-rotation'
  | 'refresh-once'
  | 'required-meta'
  | 'scope-free-registration'
  | 'scopes-at-once'
  | 'session-demanded'
  | 'standard-headers'
  | 'token-on-each-request'
  | 'token-validity'
  | 'version-header'
  | 'version-negotiation'

/** What a fault does to a healthy server. Each member changes one point of it and nothing else. */
export type Effect = {
  readonly settings?: (settings: Settings) => Settings
  readonly leaves?: Duty
  /** The request as the server takes it in. */
  readonly request?: (request: Request) => Request
  /** Answers in the server's place. */
  readonly before?: (visit: Visit) => Promise<Response | undefined> | Response | undefined
  /** Changes the finished answer, before the CORS headers are added. */
  readonly after?: (response: Response, visit: Visit) => Promise<Response> | Response
  readonly cors?: (policy: CorsPolicy, visit: Visit, status: number) => CorsPolicy
  readonly challenge?: (challenge: Challenge, visit: Visit) => Challenge
  readonly resourceMetadata?: (document: JsonObject, visit: Visit) => JsonObject
  readonly issuerMetadata?: (document: JsonObject, visit: Visit) => JsonObject
  /** Registers each client for this way of authentication, whatever it asked for. */
  readonly registersAs?: AuthMethod
  readonly registered?: (document: JsonObject, scene: Scene) => JsonObject
  readonly granted?: (document: JsonObject) => JsonObject
  readonly claims?: (claims: JsonObject) => JsonObject
  readonly callback?: (callback: Callback, scene: Scene) => Callback
  /** The authorization endpoint refuses each request with this error code. */
  readonly refusesWith?: string
  /** The authorization endpoint shows this and never redirects. */
  readonly deadEnd?: string
  /** Each list and call lacks these scopes, whatever the token holds. */
  readonly alwaysLacks?: readonly string[]
  /** The server does not know this method. */
  readonly lacksMethod?: string
  readonly reply?: (reply: Reply, visit: Visit) => JsonObject
  /** This place is also served with a slash at the end of its path. */
  readonly slashForm?: Place
}

export type Fault = {
  /** The digest's rule that this fault breaks. */
  readonly rule: string
  readonly title: string
  /** The specifications allow this answer; it ends or steers the flow all the same. */
  readonly legal?: true
  /** Options without which the fault does not show. */
  readonly needs?: Refinements
  /** The kind of issuer with which the fault shows, made from another. */
  readonly issuerAs?: (issuer: string, server: string) => string
  readonly effect: Effect
}

export type Memory = {
  readonly usedCodes: Set<string>
  readonly usedRefreshTokens: Set<string>
  readonly usedAssertions: Set<string>
  /** Ids of grants and of single tokens. */
  readonly revoked: Set<string>
  readonly endedSessions: Set<string>
  readonly secrets: Set<string>
  /** How often something has happened, by name. */
  readonly counts: Map<string, number>
  /** Set once a server has moved to its second issuer. */
  moved: boolean
}

/** A practice server at work: its settings, its faults, and what it must remember. */
export type Scene = {
  readonly settings: Settings
  readonly effects: readonly Effect[]
  readonly sealer: Sealer
  readonly memory: Memory
}

export function createMemory(): Memory {
  return {
    usedCodes: new Set(),
    usedRefreshTokens: new Set(),
    usedAssertions: new Set(),
    revoked: new Set(),
    endedSessions: new Set(),
    secrets: new Set(),
    counts: new Map(),
    moved: false,
  }
}

export function keeps(scene: Scene, duty: Duty): boolean {
  return !scene.effects.some((effect) => effect.leaves === duty)
}

/** Lets each effect change a value in turn. */
export function shaped<Value>(
  scene: Scene,
  value: Value,
  change: (effect: Effect, value: Value) => Value | undefined,
): Value {
  return scene.effects.reduce((current, effect) => change(effect, current) ?? current, value)
}

export function secondsNow(scene: Scene): number {
  return Math.floor(scene.settings.now() / 1000)
}

/** Notes a value that must never leave a client unredacted. */
export function noteSecret(scene: Scene, value: string): string {
  scene.memory.secrets.add(value)
  return value
}

export function knowsMethod(scene: Scene, method: string): boolean {
  return !scene.effects.some((effect) => effect.lacksMethod === method)
}
