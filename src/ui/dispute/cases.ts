/** One side of the matrix: what a practice server or a client is, in the words of the dispute. */
export type Side = { readonly id: string; readonly name: string; readonly about: string }

/** The four servers. Each id is that of a practice server of the gallery. */
export const SERVERS: readonly Side[] = [
  {
    id: 'issuer-elsewhere',
    name: 'Issuer elsewhere',
    about: 'Only the resource metadata leads to it, as the specification has it since 2025-06-18.',
  },
  {
    id: 'issuer-mirrored',
    name: 'Mirrored only',
    about: 'The MCP origin serves the metadata of the issuer, and the issuer itself does not.',
  },
  {
    id: 'issuer-everywhere',
    name: 'Both places',
    about: 'The issuer serves its metadata, and the MCP origin repeats it.',
  },
  {
    id: 'scopes-by-challenge',
    name: 'Scopes by challenge',
    about: 'As in both places; the scope that it demands stands in WWW-Authenticate alone.',
  },
]

/** The four clients. Each id is that of a client profile. */
export const CLIENTS: readonly Side[] = [
  { id: 'spec', name: 'The specification', about: '2026-07-28' },
  {
    id: 'chatgpt-2025-09',
    name: 'ChatGPT, 2025-09',
    about: 'HEAD and GET on the MCP origin, no scopes',
  },
  {
    id: 'chatgpt-2025-11',
    name: 'ChatGPT, after its change',
    about: 'takes scopes from WWW-Authenticate',
  },
  { id: 'chatgpt-current', name: 'ChatGPT, today', about: 'as known of 2026-10' },
]
