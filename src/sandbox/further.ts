import { empty } from './answers.ts'
import { drops } from './faults/effects.ts'
import type { World } from './worlds.ts'

/** Servers that break a rule without a switch of their own: each shows one that no single fault can show. */
export const FURTHER: readonly World[] = [
  {
    id: 'no-revocation',
    title: 'The authorization server offers no revocation',
    description: 'A token that was given out stays good until it expires.',
    kind: 'broken',
    issuer: 'elsewhere',
    options: { habits: [{ issuerMetadata: drops('revocation_endpoint') }] },
  },
  {
    id: 'redirects-unknown-clients',
    title: 'Sends people on for a client that it does not know',
    description: 'The authorization endpoint answers every client with a redirect.',
    kind: 'broken',
    issuer: 'elsewhere',
    options: {
      habits: [
        {
          after: (response, { place, url, preflight }) => {
            const target = url.searchParams.get('redirect_uri')
            const isRefused = place === 'authorize' && !preflight && response.status === 400
            if (!isRefused || target === null) return response
            return empty(302, { Location: `${target}?error=unauthorized_client` })
          },
        },
      ],
    },
  },
]
