import type { IncomingMessage, ServerResponse } from 'node:http'
import { RELAY_SECRET_HEADER } from './wire.ts'

/** To be called only for an origin that `checkCaller` let in; without cookies, ever. */
export function allowOrigin(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('Vary', 'Origin')
  const { origin } = request.headers
  if (origin !== undefined) response.setHeader('Access-Control-Allow-Origin', origin)
}

export function isPreflight(request: IncomingMessage): boolean {
  const { origin, 'access-control-request-method': method } = request.headers
  return request.method === 'OPTIONS' && origin !== undefined && method !== undefined
}

export function answerPreflight(response: ServerResponse): void {
  response.writeHead(204, {
    'Access-Control-Allow-Methods': 'POST',
    'Access-Control-Allow-Headers': `content-type, ${RELAY_SECRET_HEADER}`,
    'Access-Control-Max-Age': '600',
  })
  response.end()
}
