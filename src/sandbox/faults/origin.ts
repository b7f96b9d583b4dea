import { json } from '../answers.ts'
import type { Fault } from '../scene.ts'
import { changed, hasToken } from './effects.ts'

/** What a server can do with the Origin of a page. */
export const ORIGIN_FAULTS = {
  'any-origin-accepted': {
    rule: 'ORG-01',
    title: 'The server answers pages of every Origin, also by DNS rebinding',
    effect: { settings: (settings) => ({ ...settings, origins: 'any' }) },
  },
  'origin-refused': {
    rule: 'ORG-02',
    legal: true,
    title: 'The server refuses the page by its Origin, and lets the page read that',
    effect: { settings: (settings) => ({ ...settings, origins: [] }) },
  },
  'origin-refused-unreadable': {
    rule: 'ORG-02',
    title: 'The server refuses the page by its Origin, and hides that from it',
    effect: {
      settings: (settings) => ({ ...settings, origins: [] }),
      cors: (policy, { place, request }, status) =>
        place === 'mcp' && status === 403 && request.headers.has('Origin')
          ? { ...policy, origin: undefined }
          : policy,
    },
  },
  'origin-refused-with-token': {
    rule: 'ORG-02',
    legal: true,
    title: 'The Origin is looked at after the token, as the SDKs do it: the page gets 403 then',
    effect: changed('mcp', (response, visit) => {
      const origin = visit.request.headers.get('Origin')
      if (origin === null || !hasToken(visit) || response.status === 401) return response
      const error = { code: -32000, message: `Invalid Origin header: ${origin}` }
      return json({ jsonrpc: '2.0', id: null, error }, 403)
    }),
  },
} as const satisfies { readonly [name: string]: Fault }
