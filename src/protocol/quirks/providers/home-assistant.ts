import { broken, either, issuerSays } from '../looks.ts'
import { type Provider, thread } from '../quirk.ts'

export const HOME_ASSISTANT: Provider = {
  id: 'home-assistant',
  name: 'Home Assistant',
  marks: [
    issuerSays(
      'service_documentation',
      /^https:\/\/developers\.home-assistant\.io\/docs\/auth_api/,
    ),
  ],
  quirks: [
    {
      id: 'Q43',
      rules: ['ASM-03', 'ASM-06'],
      sees: either(broken('ASM-03'), broken('ASM-06')),
      does: 'Reached under a host name that it does not know as its own, Home Assistant leaves issuer out of its metadata and writes the endpoints as paths, /auth/authorize and /auth/token.',
      advice:
        'Set the external URL under Settings, System, Network to exactly the host that clients use.',
      source: thread('home-assistant/core/issues/181505', '2026-09-07'),
    },
  ],
}
