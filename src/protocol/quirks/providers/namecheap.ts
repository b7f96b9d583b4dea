import { broken, serverAt } from '../looks.ts'
import { type Provider, thread } from '../quirk.ts'

export const NAMECHEAP: Provider = {
  id: 'namecheap',
  name: 'Namecheap',
  marks: [serverAt(/^mcp\.namecheap\.com$/)],
  quirks: [
    {
      id: 'Q65',
      rules: ['ISS-05'],
      sees: broken('ISS-05'),
      does: 'The callback of Namecheap names www.namecheap.com, the host of the authorization endpoint, as iss, while the metadata has the issuer https://mcp.namecheap.com.',
      advice:
        'Only Namecheap can mend it: iss has to be the issuer of the metadata. A client must not exchange the code, as a mix-up attack looks just so.',
      source: thread('openai/codex/issues/38944', '2026-08-19'),
    },
  ],
}
