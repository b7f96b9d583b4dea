import { both, broken, endpointAt, issuerAt, refusedWith } from '../looks.ts'
import { type Provider, thread } from '../quirk.ts'

export const COGNITO: Provider = {
  id: 'cognito',
  name: 'Amazon Cognito',
  marks: [
    issuerAt(/^cognito-idp\.[a-z\d-]+\.amazonaws\.com$/),
    endpointAt('authorization_endpoint', 'amazoncognito.com'),
  ],
  quirks: [
    {
      id: 'Q60',
      rules: ['AUZ-20'],
      sees: both(refusedWith('invalid_scope'), broken('AUZ-20')),
      foretold: true,
      does: 'The scopes_supported of Cognito are those of the whole user pool. One that the app client lacks, phone for instance, makes it refuse the whole request with invalid_scope; with no scope at all it gives a code that cannot be exchanged.',
      advice:
        'Name the scopes of the app client in the challenge and in scopes_supported of the resource metadata, so that clients do not take the list of the pool.',
      source: thread('openchoreo/openchoreo/issues/3217', '2026-04-17'),
    },
  ],
}
