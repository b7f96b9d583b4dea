import { empty, json } from '../answers.ts'
import { readBody } from '../body.ts'
import type { CorsPolicy, Effect, Fault, Place, Visit } from '../scene.ts'
import { KNOWN_CLIENT } from './known-client.ts'

/** What keeps a page from reading a server that works for native clients. */
export const CORS_FAULTS = {
  'cors-none': {
    rule: 'CORS-01',
    title: 'Neither the server nor the issuer sends any CORS header',
    effect: { settings: (settings) => ({ ...settings, cors: false }) },
  },
  'cors-none-on-mcp': {
    rule: 'CORS-01',
    title: 'The MCP endpoint answers preflights, and no answer of it can be read',
    effect: hidden('mcp'),
  },
  'cors-none-on-401': {
    rule: 'CORS-01',
    title: 'The 401 lacks the CORS headers that the other answers have',
    effect: policy((own, { place }, status) =>
      place === 'mcp' && status === 401 ? { ...own, origin: undefined } : own,
    ),
  },
  'cors-none-on-errors': {
    rule: 'CORS-01',
    title: 'Answers of 400 and above lack the CORS headers',
    effect: policy((own, _, status) => (status >= 400 ? { ...own, origin: undefined } : own)),
  },
  'cors-hides-challenge': {
    rule: 'CORS-02',
    title: 'WWW-Authenticate is not exposed to pages',
    effect: unexposed('WWW-Authenticate'),
  },
  'cors-hides-session': {
    rule: 'CORS-03',
    title: 'Mcp-Session-Id is not exposed to pages',
    needs: { sessions: true, eras: 'legacy' },
    effect: unexposed('Mcp-Session-Id'),
  },
  'cors-refuses-authorization': {
    rule: 'CORS-04',
    title: 'Pages may not send Authorization',
    effect: disallowed('mcp', 'Authorization'),
  },
  'cors-wildcard-headers': {
    rule: 'CORS-04',
    title: 'The allowed headers are *, which does not cover Authorization',
    effect: policy((own, { place }) => (place === 'mcp' ? { ...own, headers: ['*'] } : own)),
  },
  'cors-refuses-mcp-headers': {
    rule: 'CORS-05',
    title: 'Pages may not send MCP-Protocol-Version, Mcp-Method and Mcp-Name',
    effect: disallowed('mcp', 'MCP-Protocol-Version', 'Mcp-Method', 'Mcp-Name'),
  },
  'cors-refuses-content-type': {
    rule: 'CORS-06',
    title: 'Pages may not send Content-Type: application/json',
    effect: disallowed('mcp', 'Content-Type'),
  },
  'preflight-401': preflight(401),
  'preflight-403': preflight(403),
  'preflight-404': preflight(404),
  'preflight-405': preflight(405),
  'preflight-redirect': {
    rule: 'CORS-06',
    title: 'OPTIONS is sent on to another address',
    effect: {
      before: ({ preflight: isPreflight, place, url }) =>
        isPreflight && place === 'mcp'
          ? empty(308, { Location: `${url.origin}${url.pathname}/` })
          : undefined,
    },
  },
  'cors-refuses-delete': {
    rule: 'CORS-07',
    title: 'Pages may not send DELETE',
    needs: { sessions: true, eras: 'legacy' },
    effect: policy((own) => ({
      ...own,
      methods: own.methods.filter((method) => method !== 'DELETE'),
    })),
  },
  'cors-none-on-resource-metadata': {
    rule: 'CORS-08',
    title: 'The resource metadata cannot be read by pages',
    effect: hidden('resource-metadata'),
  },
  'cors-none-on-issuer-metadata': {
    rule: 'CORS-08',
    title: 'The issuer metadata cannot be read by pages',
    effect: hidden('issuer-metadata'),
  },
  'cors-metadata-preflight-404': {
    rule: 'CORS-08',
    title: 'The metadata can be read by plain GET, and has no answer to a preflight',
    effect: {
      before: ({ preflight: isPreflight, place }) =>
        isPreflight && (place === 'resource-metadata' || place === 'issuer-metadata')
          ? empty(404)
          : undefined,
    },
  },
  'cors-none-on-token': {
    rule: 'CORS-09',
    title: 'Answers of the token endpoint cannot be read by pages',
    effect: hidden('token'),
  },
  'cors-none-for-confidential-clients': {
    rule: 'CORS-09',
    title: 'Pages may read token answers to public clients only, by their redirect URIs',
    needs: { registration: { known: [KNOWN_CLIENT] } },
    effect: hiddenFromConfidentialClients(),
  },
  'cors-none-on-registration': {
    rule: 'CORS-09',
    title: 'Answers of the registration endpoint cannot be read by pages',
    effect: hidden('register'),
  },
  'cors-registration-preflight-404': {
    rule: 'CORS-09',
    title: 'The registration endpoint answers 404 to a preflight',
    effect: {
      before: ({ preflight: isPreflight, place }) =>
        isPreflight && place === 'register' ? empty(404) : undefined,
    },
  },
  'cors-other-origin': {
    rule: 'CORS-10',
    title: 'Only pages of another origin may read the answers',
    effect: policy((own) =>
      own.origin === undefined ? own : { ...own, origin: 'https://app.practice.example' },
    ),
  },
  'cors-on-authorize': {
    rule: 'SEC-05',
    title: 'The authorization endpoint sends CORS headers',
    effect: policy((own, { place }) => (place === 'authorize' ? { ...own, origin: '*' } : own)),
  },
} as const satisfies { readonly [name: string]: Fault }

function policy(change: (own: CorsPolicy, visit: Visit, status: number) => CorsPolicy): Effect {
  return { cors: change }
}

/** The preflight is answered well; the answer itself stays hidden. */
function hidden(place: Place): Effect {
  return policy((own, visit) =>
    visit.place === place && !visit.preflight ? { ...own, origin: undefined } : own,
  )
}

/** What oidc-provider does: preflights and forms of nobody are open to all pages, and so is what a public client gets. */
function hiddenFromConfidentialClients(): Effect {
  const theirs = new WeakSet<Request>()
  return {
    before: async ({ place, request }) => {
      if (place === 'token' && (await isFromConfidentialClient(request))) theirs.add(request)
      return undefined
    },
    ...policy((own, { request, place }) =>
      theirs.has(request) || (place === 'token' && request.method === 'GET')
        ? { ...own, origin: undefined }
        : own,
    ),
  }
}

async function isFromConfidentialClient(request: Request): Promise<boolean> {
  if (request.headers.has('Authorization')) return true
  const form = new URLSearchParams((await readBody(request.clone())) ?? '')
  return form.has('client_secret') || form.has('client_assertion')
}

function unexposed(name: string): Effect {
  return policy((own) => ({ ...own, exposed: own.exposed.filter((header) => header !== name) }))
}

function disallowed(place: Place, ...names: readonly string[]): Effect {
  return policy((own, visit) =>
    visit.place === place
      ? { ...own, headers: own.headers.filter((header) => !names.includes(header)) }
      : own,
  )
}

/** Authentication or routing comes before CORS, and the preflight never gets through. */
function preflight(status: number): Fault {
  return {
    rule: 'CORS-06',
    title: `OPTIONS at the MCP endpoint gets ${status}`,
    effect: {
      before: ({ preflight: isPreflight, place }) =>
        isPreflight && place === 'mcp' ? json({ error: 'refused' }, status) : undefined,
    },
  }
}
