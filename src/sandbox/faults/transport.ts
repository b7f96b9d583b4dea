import { altered, empty, html, json, text } from '../answers.ts'
import { asEvent } from '../mcp/render.ts'
import type { Effect, Fault, Place } from '../scene.ts'
import { changed, hasToken, instead, isJson, slashRedirect } from './effects.ts'
import { ORIGIN_FAULTS } from './origin.ts'
import { breaksOff, endless, hang, hugeBody, prefixed } from './streams.ts'

const SUBJECT: { readonly [place: string]: string } = {
  mcp: 'The MCP endpoint',
  'resource-metadata': 'The resource metadata',
  'issuer-metadata': 'The issuer metadata',
  token: 'The token endpoint',
}

/** What can be wrong with the way in which messages travel. */
export const TRANSPORT_FAULTS = {
  'mcp-text-plain': {
    rule: 'TRN-02',
    title: 'Answers of the MCP endpoint call themselves text/plain',
    effect: changed('mcp', (response) =>
      response.status === 200
        ? altered(response, { headers: { 'Content-Type': 'text/plain' } })
        : response,
    ),
  },
  'mcp-html': {
    rule: 'TRN-02',
    title: 'A request with a good token gets a page in HTML',
    effect: withGoodToken((response) =>
      response.status === 200 ? html('<h1>Welcome</h1>') : response,
    ),
  },
  'mcp-cut-off': {
    rule: 'TRN-02',
    title: 'The JSON of an MCP answer ends in its middle',
    effect: withGoodToken(async (response) =>
      isJson(response) && response.status === 200
        ? altered(response, { body: (await response.text()).slice(0, 30) })
        : response,
    ),
  },
  'notification-200': notification('200 and an empty object instead of 202', () => json({})),
  'notification-204': notification('204 instead of 202', () => empty(204)),
  'notification-400': notification('400 instead of 202', () => text('Bad request', 400)),
  'wrong-id': {
    rule: 'TRN-06',
    title: 'The answer carries another id than the request',
    effect: { reply: ({ message }) => ({ ...message, id: 'another-id' }) },
  },
  'without-jsonrpc': {
    rule: 'TRN-06',
    title: 'The answer lacks jsonrpc: "2.0"',
    effect: { reply: ({ message: { jsonrpc: _, ...message } }) => message },
  },
  'stream-stays-open': {
    rule: 'TRN-07',
    title: 'The event stream stays open after the answer',
    needs: { answers: 'event-stream' },
    effect: onStreams(async (response) =>
      altered(response, { body: endless(await response.text()) }),
    ),
  },
  'stream-without-answer': {
    rule: 'NET-04',
    title: 'The event stream sends comments for ever and never the answer',
    needs: { answers: 'event-stream' },
    effect: onStreams((response) => altered(response, { body: endless(': still here\n\n') })),
  },
  'stream-ends-without-answer': {
    rule: 'TRN-06',
    title: 'The event stream ends without the answer',
    needs: { answers: 'event-stream' },
    effect: onStreams((response) => altered(response, { body: ': good bye\n\n' })),
  },
  'stream-carries-request': {
    rule: 'TRN-08',
    title: 'The event stream carries a request of the server to the client',
    needs: { answers: 'event-stream', eras: 'modern' },
    effect: onStreams((response) => {
      const request = { jsonrpc: '2.0', id: 'server-1', method: 'sampling/createMessage' }
      return prefixed(response, asEvent(request))
    }),
  },
  'stream-may-be-buffered': {
    rule: 'TRN-09',
    title: 'The event stream lacks X-Accel-Buffering: no',
    needs: { answers: 'event-stream', eras: 'modern' },
    effect: onStreams((response) => {
      const headers = new Headers(response.headers)
      headers.delete('X-Accel-Buffering')
      return new Response(response.body, { status: response.status, headers })
    }),
  },
  'get-404': getWith('TRN-04', 'GET gets 404 instead of 405', () => text('Not found', 404)),
  'get-200-json': getWith('TRN-04', 'GET gets a friendly 200 in JSON instead of 405', () =>
    json({ status: 'ok', message: 'This is an MCP server' }),
  ),
  'modern-get-404': {
    ...getWith('TRN-05', 'GET gets 404 instead of 405', () => text('Not found', 404)),
    needs: { eras: 'modern' },
  },
  'http-sse-only': {
    rule: 'TRN-20',
    title: 'The server speaks only the HTTP+SSE transport of 2024-11-05',
    effect: httpAndSse(),
  },
  'wrong-accept-500': {
    rule: 'TRN-22',
    title: 'A request that accepts pages only gets 500 instead of 406',
    effect: changed('mcp', (response) =>
      response.status === 406 ? altered(response, { status: 500 }) : response,
    ),
  },
  ...ORIGIN_FAULTS,
  'mcp-hangs': hangs('mcp', 'The MCP endpoint'),
  'resource-metadata-hangs': hangs('resource-metadata', 'The resource metadata'),
  'issuer-metadata-hangs': hangs('issuer-metadata', 'The issuer metadata'),
  'registration-hangs': hangs('register', 'The registration endpoint'),
  'token-hangs': hangs('token', 'The token endpoint'),
  'mcp-30-mb': {
    rule: 'NET-04',
    title: 'A request with a good token gets 30 MB',
    effect: withGoodToken((response) => (response.status === 200 ? hugeBody() : response)),
  },
  'resource-metadata-30-mb': huge('resource-metadata', 'The resource metadata'),
  'issuer-metadata-30-mb': huge('issuer-metadata', 'The issuer metadata'),
  'token-30-mb': huge('token', 'The token endpoint'),
  'mcp-drops': drops('mcp', 'The MCP endpoint'),
  'resource-metadata-drops': drops('resource-metadata', 'The resource metadata'),
  'issuer-metadata-drops': drops('issuer-metadata', 'The issuer metadata'),
  'registration-drops': drops('register', 'The registration endpoint'),
  'token-drops': drops('token', 'The token endpoint'),
  'mcp-breaks-off': breaking('mcp', 'The MCP endpoint'),
  'resource-metadata-breaks-off': breaking('resource-metadata', 'The resource metadata'),
  'issuer-metadata-breaks-off': breaking('issuer-metadata', 'The issuer metadata'),
  'token-breaks-off': breaking('token', 'The token endpoint'),
  'mcp-redirect-301': redirect('mcp', 301),
  'mcp-redirect-302': redirect('mcp', 302),
  'mcp-redirect-307': redirect('mcp', 307),
  'mcp-redirect-308': redirect('mcp', 308),
  'resource-metadata-redirect-301': redirect('resource-metadata', 301),
  'resource-metadata-redirect-302': redirect('resource-metadata', 302),
  'resource-metadata-redirect-307': redirect('resource-metadata', 307),
  'resource-metadata-redirect-308': redirect('resource-metadata', 308),
  'issuer-metadata-redirect-301': redirect('issuer-metadata', 301),
  'issuer-metadata-redirect-302': redirect('issuer-metadata', 302),
  'issuer-metadata-redirect-307': redirect('issuer-metadata', 307),
  'issuer-metadata-redirect-308': redirect('issuer-metadata', 308),
  'token-redirect-301': redirect('token', 301),
  'token-redirect-302': redirect('token', 302),
  'token-redirect-307': redirect('token', 307),
  'token-redirect-308': redirect('token', 308),
} as const satisfies { readonly [name: string]: Fault }

function withGoodToken(change: (response: Response) => Promise<Response> | Response): Effect {
  return changed('mcp', (response, visit) => (hasToken(visit) ? change(response) : response))
}

function onStreams(change: (response: Response) => Promise<Response> | Response): Effect {
  return changed('mcp', (response) =>
    response.headers.get('Content-Type') === 'text/event-stream' ? change(response) : response,
  )
}

function notification(what: string, build: () => Response): Fault {
  return {
    rule: 'TRN-03',
    title: `An accepted notification gets ${what}`,
    needs: { eras: 'legacy' },
    effect: changed('mcp', (response) => (response.status === 202 ? build() : response)),
  }
}

function getWith(rule: string, title: string, build: () => Response): Fault {
  return {
    rule,
    title,
    effect: changed('mcp', (response, { request }) =>
      request.method === 'GET' && response.status === 405 ? build() : response,
    ),
  }
}

function hangs(place: Place, subject: string): Fault {
  return {
    rule: 'NET-03',
    title: `${subject} never answers`,
    effect: instead(place, ({ request }) => hang(request.signal)),
  }
}

function huge(place: Place, subject: string): Fault {
  return {
    rule: 'NET-04',
    title: `${subject} answers with 30 MB`,
    effect: instead(place, hugeBody),
  }
}

/** A place that is posted to answers a GET, so that a page has seen it to be there. */
function drops(place: Place, subject: string): Fault {
  const isRead = place.endsWith('-metadata')
  return {
    rule: 'NET-01',
    title: `The connection is cut before the answer: ${subject.toLowerCase()}`,
    effect: {
      before: ({ place: here, preflight, request }) =>
        here !== place || preflight || (request.method !== 'POST' && !isRead)
          ? undefined
          : Promise.reject(new TypeError('The connection was reset')),
    },
  }
}

function breaking(place: Place, subject: string): Fault {
  return {
    rule: 'NET-04',
    title: `The connection breaks in the middle of an answer: ${subject.toLowerCase()}`,
    effect: changed(place, breaksOff),
  }
}

function redirect(place: Place, status: number): Fault {
  return {
    rule: 'RED-01',
    title: `${SUBJECT[place] ?? place} sends on to the same address with a slash, by ${status}`,
    effect: slashRedirect(place, status),
  }
}

/** The transport before Streamable HTTP: GET opens a stream that names where to post. */
function httpAndSse(): Effect {
  return changed('mcp', (response, { request, scene }) => {
    if (response.status === 401 || response.status === 403) return response
    if (request.method !== 'GET') return text('Cannot POST here', 405, { Allow: 'GET' })
    const path = `${new URL(scene.settings.server).pathname}/messages?sessionId=practice`
    return new Response(endless(`event: endpoint\ndata: ${path}\n\n`), {
      headers: { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-cache' },
    })
  })
}
