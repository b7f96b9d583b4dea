import { broken, issuerSays } from '../looks.ts'
import { type Provider, thread } from '../quirk.ts'

export const KEYCLOAK: Provider = {
  id: 'keycloak',
  name: 'Keycloak',
  marks: [issuerSays('authorization_endpoint', /\/realms\/[^/]+\/protocol\/openid-connect\/auth$/)],
  quirks: [
    {
      id: 'Q59',
      rules: ['AUD-02', 'USE-05', 'RES-05'],
      does: 'Keycloak passes over resource. Its experimental feature resource-indicators (from 26.6) only filters audiences that the token has anyway, and answers invalid_target otherwise.',
      advice:
        "Add a client scope with an Audience mapper whose custom audience is the MCP server's resource, and make it a default scope of the realm.",
      source: thread('keycloak/keycloak/issues/50243', '2026-06-23'),
    },
    {
      id: 'Q18',
      rules: ['CORS-09'],
      sees: broken('CORS-09', ({ says }) => says.includes('egistration')),
      does: 'The registration endpoint of Keycloak sends no CORS headers before version 26.5.',
      advice:
        'Update to 26.5 and list this page as a trusted host, enter a client by hand, or go through the relay.',
      source: thread('keycloak/keycloak/pull/43625', '2025-10-21'),
    },
  ],
}
