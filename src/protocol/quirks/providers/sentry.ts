import { broken, serverAt } from '../looks.ts'
import { type Provider, thread } from '../quirk.ts'

export const SENTRY: Provider = {
  id: 'sentry',
  name: 'Sentry',
  marks: [serverAt(/^mcp\.sentry\.dev$/)],
  quirks: [
    {
      id: 'Q04',
      rules: ['CHL-06'],
      sees: broken('CHL-06', ({ says }) => says.includes('resource_metadata')),
      does: 'Two layers each added a resource_metadata to the challenge of the Sentry server: the OAuth library that of the root, which was 404, and the server that of the path. Strict clients took the first.',
      advice:
        'Mended in May 2026. In a server of your own, look for a library that writes the challenge too, workers-oauth-provider for instance, and replace its parameter instead of adding one.',
      source: thread('getsentry/sentry-mcp/issues/939', '2026-05-08'),
    },
    {
      id: 'Q23',
      rules: ['RES-05'],
      sees: broken('RES-05'),
      does: 'The metadata of /mcp named one resource while the authorization endpoint took the origin alone, so that the rightful resource got invalid_target.',
      advice:
        'Mended in March 2026. In a server of your own, let the authorization server accept exactly the strings that the resource metadata announces.',
      source: thread('getsentry/sentry-mcp/pull/837', '2026-03-14'),
    },
  ],
}
