import { altered, json } from '../answers.ts'
import { isObject, without } from '../json.ts'
import { CODE } from '../mcp/messages.ts'
import type { Effect, Fault } from '../scene.ts'
import { changed, changedResult, changedStatus, drops, remade, sets } from './effects.ts'

/** What can be wrong in the messages themselves. */
export const PROTOCOL_FAULTS = {
  'initialize-other-version': {
    rule: 'VER-01',
    title: 'initialize is answered with a version that nobody asked for',
    needs: { eras: 'legacy' },
    effect: changedResult('initialize', sets({ protocolVersion: '2099-01-01' })),
  },
  'initialize-old-version': {
    rule: 'VER-01',
    title: 'initialize is answered with 2024-11-05, whatever was asked for',
    needs: { eras: 'legacy' },
    effect: changedResult('initialize', sets({ protocolVersion: '2024-11-05' })),
  },
  'initialize-echoes-any-version': {
    rule: 'VER-20',
    title: 'initialize is answered with whatever version was asked for',
    needs: { eras: 'legacy' },
    effect: { leaves: 'version-negotiation' },
  },
  'versions-unchecked': {
    rule: 'VER-03',
    title: 'A version header that nobody speaks is taken',
    effect: { leaves: 'version-header' },
  },
  'version-error-without-data': {
    rule: 'VER-06',
    title: 'The error for an unsupported version does not say which are supported',
    effect: errorWithout(CODE.version, 'data'),
  },
  'no-discover': {
    rule: 'VER-07',
    title: 'server/discover does not exist',
    effect: { lacksMethod: 'server/discover' },
  },
  'discover-incomplete': {
    rule: 'VER-07',
    title: 'The discovery has no supportedVersions',
    effect: changedResult('server/discover', drops('supportedVersions')),
  },
  'initialize-refusal-unhelpful': {
    rule: 'VER-08',
    title: 'A stateless server refuses initialize without naming its versions',
    needs: { eras: 'modern' },
    effect: errorWithout(CODE.version, 'data'),
  },
  'meta-unchecked': {
    rule: 'MET-02',
    title: 'A request without the required _meta is answered',
    effect: { leaves: 'required-meta' },
  },
  'headers-unchecked': {
    rule: 'MET-04',
    title: 'Headers that differ from the body are taken',
    effect: { leaves: 'standard-headers' },
  },
  'unknown-method-200': {
    rule: 'MET-05',
    title: 'An unknown method gets 200 instead of 404',
    effect: changedStatus(404, async (response) =>
      altered(response, { status: response.headers.has('Content-Type') ? 200 : 404 }),
    ),
  },
  'undefined-error-code': {
    rule: 'MET-06',
    title: 'An error carries a code of the reserved range that nobody defined',
    effect: otherCode(CODE.method, -32050),
  },
  'draft-error-codes': {
    rule: 'MET-06',
    title: 'The error for an unsupported version has the code of an early draft',
    effect: otherCode(CODE.version, -32004),
  },
  'without-result-type': {
    rule: 'MET-07',
    title: 'Results have no resultType',
    needs: { eras: 'modern' },
    effect: eachModernResult(drops('resultType')),
  },
  'without-server-info': {
    rule: 'MET-08',
    title: 'Results do not say in _meta which server they come from',
    effect: eachModernResult(drops('_meta')),
  },
  'initialize-without-version': incomplete('protocolVersion'),
  'initialize-without-capabilities': incomplete('capabilities'),
  'initialize-without-server-info': incomplete('serverInfo'),
  'session-id-unprintable': {
    rule: 'SES-01',
    title: 'The session id holds a space',
    needs: { sessions: true, eras: 'legacy' },
    effect: spacedSession(),
  },
  'session-undemanded': {
    rule: 'SES-03',
    title: 'A request without a session id is answered',
    needs: { sessions: true, eras: 'legacy' },
    effect: { leaves: 'session-demanded' },
  },
  'session-missing-500': {
    rule: 'SES-03',
    title: 'A request without a session id gets 500 instead of 400',
    needs: { sessions: true, eras: 'legacy' },
    effect: changedStatus(400, (response, { request }) =>
      request.headers.has('Mcp-Session-Id') ? response : altered(response, { status: 500 }),
    ),
  },
  'session-lost': {
    rule: 'SES-21',
    title: 'The session that initialize began is unknown to the next request',
    needs: { sessions: true, eras: 'legacy' },
    effect: {
      before: ({ place, request, preflight }) => {
        if (place !== 'mcp' || preflight || !request.headers.has('Mcp-Session-Id')) return undefined
        const error = { code: -32001, message: 'Session not found' }
        return json({ jsonrpc: '2.0', id: null, error }, 404)
      },
    },
  },
  'session-outlives-end': {
    rule: 'SES-04',
    title: 'A session that was ended still works',
    needs: { sessions: true, eras: 'legacy' },
    effect: { leaves: 'ended-session' },
  },
  'unknown-session-400': {
    rule: 'SES-20',
    title: 'A session id that nobody gave gets 400 instead of 404',
    needs: { sessions: true, eras: 'legacy' },
    effect: changedStatus(404, (response, { request }) =>
      request.headers.get('Mcp-Session-Id')?.startsWith(PLAIN) === true
        ? response
        : altered(response, { status: 400 }),
    ),
  },
  'ended-session-400': {
    rule: 'SES-04',
    title: 'A session that was ended gets 400 instead of 404',
    needs: { sessions: true, eras: 'legacy' },
    effect: changedStatus(404, (response) => altered(response, { status: 400 })),
  },
  'modern-session-id': {
    rule: 'SES-06',
    title: 'A stateless answer mints a session id',
    needs: { eras: 'modern' },
    effect: changedStatus(200, (response) =>
      altered(response, { headers: { 'Mcp-Session-Id': 'practice-session' } }),
    ),
  },
} as const satisfies { readonly [name: string]: Fault }

function incomplete(member: string): Fault {
  return {
    rule: 'INI-01',
    title: `The result of initialize has no ${member}`,
    needs: { eras: 'legacy' },
    effect: changedResult('initialize', drops(member)),
  }
}

function eachModernResult(change: ReturnType<typeof drops>): Effect {
  return {
    reply: ({ message, era }) => {
      const { result } = message
      return era === 'modern' && isObject(result) ? { ...message, result: change(result) } : message
    },
  }
}

/** Turns an error's members round wherever that error appears. */
function remadeError(code: number, change: ReturnType<typeof drops>): Effect {
  return changed('mcp', (response) =>
    remade(response, (message) => {
      const { error } = message
      return isObject(error) && error['code'] === code
        ? { ...message, error: change(error) }
        : message
    }),
  )
}

function errorWithout(code: number, member: string): Effect {
  return remadeError(code, (error) => without(error, member))
}

function otherCode(code: number, other: number): Effect {
  return remadeError(code, sets({ code: other }))
}

const SPACED = 'session practice_'
const PLAIN = 'session_'

/** Minted with a space, and understood when it comes back. */
function spacedSession(): Effect {
  return {
    after: (response, { place }) => {
      const id = response.headers.get('Mcp-Session-Id')
      if (place !== 'mcp' || id === null) return response
      return altered(response, { headers: { 'Mcp-Session-Id': id.replace(PLAIN, SPACED) } })
    },
    request: (request) => {
      const id = request.headers.get('Mcp-Session-Id')
      if (id === null) return request
      const headers = new Headers(request.headers)
      headers.set('Mcp-Session-Id', id.replace(SPACED, PLAIN))
      return new Request(request, { headers })
    },
  }
}
