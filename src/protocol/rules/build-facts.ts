import { type ChallengeReading, parseChallenges } from '../http/challenge.ts'
import type { Exchange } from '../http/exchange.ts'
import { answerOf, findHeader } from '../http/exchange.ts'
import {
  type JsonObject,
  isJsonArray,
  isJsonObject,
  objectMember,
  parseJsonObject,
  stringMember,
  stringsMember,
} from '../http/json.ts'
import type { Facts } from '../run/facts.ts'
import type { Role } from './healthy-exchanges.ts'
import { ISSUER, REDIRECT, SERVER } from './healthy-exchanges.ts'

/** What a lenient client would take from each healthy exchange, computed from the exchange that a test changed. */
export const FACTS_OF: { readonly [role in Role]: (exchange: Exchange) => Partial<Facts> } = {
  challenge(exchange) {
    const status = answerOf(exchange)?.status ?? 0
    const raw = findHeader(answerOf(exchange)?.headers ?? [], 'www-authenticate')
    if (status !== 401 && raw === undefined) return {}
    const header = raw === undefined ? 'absent' : parseChallenges(raw)
    const parameters = header === 'absent' ? {} : parametersIn(header)
    return {
      challenge: {
        exchange: exchange.id,
        status,
        required: status === 401 || status === 403,
        header,
        ...pick(parameters['resource_metadata'], 'resourceMetadata'),
        ...pick(parameters['scope'], 'scope'),
        ...pick(parameters['error'], 'error'),
      },
    }
  },
  'resource-metadata'(exchange) {
    const document = documentIn(exchange)
    const look = { place: 'challenge', url: exchange.request.url, exchange: exchange.id } as const
    const scopes = stringsMember(document, 'scopes_supported')
    const issuers = stringsMember(document, 'authorization_servers') ?? []
    return {
      resourceMetadata: {
        looked: [{ ...look, ...(document && { document }) }],
        ...(document && { found: { ...look, document } }),
        ...pick(stringMember(document, 'resource'), 'resource'),
        issuers,
        ...(scopes && { scopes }),
      },
      ...(issuers[0] !== undefined && {
        issuer: { issuer: issuers[0], from: 'resource-metadata' },
      }),
    }
  },
  'server-metadata'(exchange) {
    const document = documentIn(exchange)
    const look = {
      place: 'oauth-inserted',
      url: exchange.request.url,
      exchange: exchange.id,
    } as const
    return {
      serverMetadata: {
        looked: [{ ...look, ...(document && { document }) }],
        ...(document && { found: { ...look, document } }),
        issuer: ISSUER,
        guessed: false,
        ...pick(stringMember(document, 'authorization_endpoint'), 'authorizationEndpoint'),
        ...pick(stringMember(document, 'token_endpoint'), 'tokenEndpoint'),
        ...pick(stringMember(document, 'registration_endpoint'), 'registrationEndpoint'),
      },
    }
  },
  registration(exchange) {
    const document = documentIn(exchange)
    const clientId = stringMember(document, 'client_id')
    if (clientId === undefined) return {}
    return {
      clientIdentity: {
        issuer: ISSUER,
        kind: 'dynamic',
        clientId,
        authentication: 'none',
        redirectUri: REDIRECT,
        exchange: exchange.id,
        ...pick(stringMember(document, 'client_secret'), 'clientSecret'),
      },
    }
  },
  authorization: (exchange) => ({
    authorization: {
      url: exchange.request.url,
      exchange: exchange.id,
      state: 'state-1',
      verifier: 'verifier-1',
      codeChallenge: 'challenge-1',
      issuer: ISSUER,
      clientId: 'client-1',
      redirectUri: REDIRECT,
      resource: SERVER,
      scope: 'tools',
    },
  }),
  callback(exchange) {
    const parameters = [...new URL(exchange.request.url).searchParams]
    const first = (name: string) => parameters.find(([key]) => key === name)?.[1]
    return {
      callback: {
        exchange: exchange.id,
        parameters,
        ...pick(first('code'), 'code'),
        ...pick(first('iss'), 'iss'),
        ...pick(first('error'), 'error'),
      },
    }
  },
  token(exchange) {
    const document = documentIn(exchange)
    const accessToken = stringMember(document, 'access_token')
    if (accessToken === undefined) return {}
    return {
      tokens: {
        exchange: exchange.id,
        accessToken,
        tokenType: stringMember(document, 'token_type') ?? 'Bearer',
        ...pick(stringMember(document, 'scope'), 'scope'),
        ...pick(stringMember(document, 'refresh_token'), 'refreshToken'),
      },
    }
  },
  session(exchange) {
    const result = objectMember(documentIn(exchange), 'result')
    if (result === undefined) return {}
    const isLegacy = exchange.request.body?.text.includes('"initialize"') === true
    const sessionId = findHeader(answerOf(exchange)?.headers ?? [], 'mcp-session-id')
    return {
      session: {
        era: isLegacy ? 'legacy' : 'modern',
        version: isLegacy ? (stringMember(result, 'protocolVersion') ?? '') : '2026-07-28',
        exchange: exchange.id,
        capabilities: objectMember(result, 'capabilities') ?? null,
        ...pick(sessionId, 'sessionId'),
      },
    }
  },
  initialized: () => ({}),
  tools(exchange) {
    const tools = objectMember(documentIn(exchange), 'result')?.['tools']
    if (!isJsonArray(tools)) return {}
    const named = tools.filter(isJsonObject).map((tool) => ({
      name: stringMember(tool, 'name') ?? '',
      ...schemaOf(tool),
    }))
    return { tools: { tools: named, exchanges: [exchange.id] } }
  },
}

function schemaOf(tool: JsonObject): { readonly inputSchema?: JsonObject } {
  const inputSchema = objectMember(tool, 'inputSchema')
  return inputSchema ? { inputSchema } : {}
}

function parametersIn(reading: ChallengeReading): { readonly [name: string]: string } {
  return reading.lenient.kind === 'bearer' ? reading.lenient.parameters : {}
}

function documentIn(exchange: Exchange): JsonObject | undefined {
  const answer = answerOf(exchange)
  return answer && answer.status < 300 ? parseJsonObject(answer.body.text) : undefined
}

function pick<Name extends string>(
  value: string | undefined,
  name: Name,
): { readonly [key in Name]?: string } {
  return value === undefined ? {} : toMember(name, value)
}

function toMember<Name extends string>(
  name: Name,
  value: string,
): { readonly [key in Name]?: string } {
  const member: { [key in Name]?: string } = {}
  member[name] = value
  return member
}
