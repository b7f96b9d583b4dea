import { broken, issuerAt, serverAt } from '../looks.ts'
import { type Provider, thread } from '../quirk.ts'

export const SNOWFLAKE: Provider = {
  id: 'snowflake',
  name: 'Snowflake',
  marks: [serverAt('snowflakecomputing.com'), issuerAt('snowflakecomputing.com')],
  quirks: [
    {
      id: 'Q42',
      rules: ['ASM-01'],
      sees: broken('ASM-01'),
      does: 'Snowflake publishes no authorization server metadata, though the resource metadata names an issuer. The endpoints are /oauth/authorize and /oauth/token-request; clients that guess /authorize get 404.',
      advice:
        'Let the resource metadata of a gateway of yours name an issuer whose metadata lists those endpoints, and enter the client id of the security integration.',
      source: thread('anthropics/claude-code/issues/31349', '2026-03-06'),
    },
  ],
}
