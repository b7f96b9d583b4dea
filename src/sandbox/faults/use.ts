import { altered, json, text } from '../answers.ts'
import type { Effect, Fault, Visit } from '../scene.ts'
import { changedStatus, hasToken, methodCalled, withSecondIssuer } from './effects.ts'

/** What an MCP server can do wrong with the token it is shown, and with the scopes in it. */
export const USE_FAULTS = {
  'bad-token-500': badToken(500),
  'bad-token-403': badToken(403),
  'bad-token-400': badToken(400),
  'bad-token-200': {
    rule: 'USE-04',
    title: 'A bad token gets 200 with an error inside',
    effect: withBadToken(() =>
      json({ jsonrpc: '2.0', id: null, error: { code: -32000, message: 'Invalid token' } }),
    ),
  },
  'fresh-token-refused': {
    rule: 'USE-05',
    title: 'The server refuses each token, fresh ones too',
    effect: { before: (visit) => refuseEachToken(visit) },
  },
  'other-audience-demanded': {
    rule: 'USE-05',
    title: 'The issuer writes the wrong audience, and the server rightly refuses it',
    effect: { claims: (claims) => ({ ...claims, aud: 'authenticated' }) },
  },
  'any-token-accepted': {
    rule: 'USE-03',
    title: 'The server takes any text for a token',
    effect: { leaves: 'token-validity' },
  },
  'other-audience-accepted': {
    rule: 'USE-03',
    title: 'The server takes tokens that are meant for others',
    needs: { resources: 'any' },
    effect: { leaves: 'audience' },
  },
  'expired-token-accepted': {
    rule: 'USE-04',
    title: 'The server takes tokens that have expired',
    effect: { leaves: 'expiry' },
  },
  'session-only-auth': {
    rule: 'USE-06',
    title: 'A request with a live session needs no token',
    needs: { sessions: true, eras: 'legacy' },
    effect: { leaves: 'token-on-each-request' },
  },
  'query-token-accepted': {
    rule: 'USE-09',
    title: 'The server takes a token from ?access_token=',
    effect: { leaves: 'header-token-only' },
  },
  'step-up-without-challenge': {
    rule: 'SCO-09',
    title: 'A token that lacks a scope gets 403 without a challenge',
    effect: changedStatus(403, () => json({ error: 'forbidden' }, 403)),
  },
  'step-up-without-error': stepUpWithout('error'),
  'step-up-without-scope': stepUpWithout('scope'),
  'step-up-without-pointer': stepUpWithout('resource_metadata'),
  'step-up-other-pointer': {
    rule: 'CHL-14',
    title: 'The 403 points to other resource metadata than the 401',
    effect: {
      challenge: (challenge) =>
        isStepUp(challenge.parameters)
          ? {
              ...challenge,
              parameters: challenge.parameters.map(([name, value]) => [
                name,
                name === 'resource_metadata' ? `${value}/other` : value,
              ]),
            }
          : challenge,
    },
  },
  'step-up-forever': {
    rule: 'SCO-12',
    title: 'The server demands a scope and never sees it, however often it is granted',
    effect: { alwaysLacks: ['vault'] },
  },
  'step-up-one-by-one': {
    rule: 'SCO-10',
    title: 'Each 403 names one scope, and the next 403 one more',
    needs: {
      scopes: {
        challenge: ['tools'],
        resource: ['tools'],
        required: { 'tools/list': ['tools', 'list', 'names'], 'tools/call': ['tools'] },
      },
    },
    effect: { leaves: 'scopes-at-once' },
  },
  'step-up-401': {
    rule: 'SCO-15',
    title: 'A token that lacks a scope gets 401',
    effect: changedStatus(403, (response) => altered(response, { status: 401 })),
  },
  'step-up-404': {
    rule: 'SCO-15',
    title: 'A token that lacks a scope gets 404',
    effect: changedStatus(403, () => text('Not found', 404)),
  },
  'step-up-tool-error': {
    rule: 'SCO-15',
    title: 'A token that lacks a scope gets 200 with an error inside',
    effect: changedStatus(403, () =>
      json({ jsonrpc: '2.0', id: null, error: { code: -32000, message: 'Insufficient scope' } }),
    ),
  },
  'moves-issuer': {
    rule: 'CHL-13',
    legal: true,
    title: 'In the middle of its work the server turns to another issuer',
    effect: movesIssuer(),
  },
} as const satisfies { readonly [name: string]: Fault }

function badToken(status: number): Fault {
  return {
    rule: 'USE-04',
    title: `A bad token gets ${status} instead of 401`,
    effect: withBadToken(() => json({ error: 'server_error' }, status)),
  }
}

function withBadToken(build: () => Response): Effect {
  return changedStatus(401, (response, visit) => (hasToken(visit) ? build() : response))
}

function refuseEachToken(visit: Visit): Response | undefined {
  if (visit.place !== 'mcp' || !hasToken(visit)) return undefined
  return altered(json({ error: 'invalid_token' }, 401), {
    headers: { 'WWW-Authenticate': 'Bearer error="invalid_token"' },
  })
}

type Parameters = readonly (readonly [name: string, value: string])[]

function isStepUp(parameters: Parameters): boolean {
  return parameters.some(([name, value]) => name === 'error' && value === 'insufficient_scope')
}

function stepUpWithout(parameter: string): Fault {
  return {
    rule: 'SCO-09',
    title: `A token that lacks a scope gets 403 without ${parameter}`,
    effect: {
      challenge: (challenge) =>
        isStepUp(challenge.parameters)
          ? {
              ...challenge,
              parameters: challenge.parameters.filter(([name]) => name !== parameter),
            }
          : challenge,
    },
  }
}

/** The first list that is asked for with a token of the first issuer sets the move off. */
function movesIssuer(): Effect {
  return {
    ...withSecondIssuer(),
    before: async (visit) => {
      if ((await methodCalled(visit)) === 'tools/list') visit.scene.memory.moved = true
      return undefined
    },
  }
}
