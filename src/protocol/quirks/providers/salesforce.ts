import { issuerAt, refusedWith, serverAt } from '../looks.ts'
import { type Provider, thread } from '../quirk.ts'

export const SALESFORCE: Provider = {
  id: 'salesforce',
  name: 'Salesforce',
  marks: [serverAt('salesforce.com'), issuerAt('salesforce.com')],
  quirks: [
    {
      id: 'Q55',
      rules: ['AUZ-20', 'AUR-03'],
      sees: refusedWith('redirect_uri_mismatch'),
      foretold: true,
      does: 'An External Client App of Salesforce takes a callback on localhost and refuses 127.0.0.1, and the port has to be the registered one.',
      advice:
        'Open this page at http://localhost:<port>/ and register exactly that redirect URI, port and path included.',
      source: thread('cognizant-ai-lab/nsflow/issues/233', '2026-07-15'),
    },
  ],
}
