import { answered, broken, headerSays } from '../looks.ts'
import { type Provider, thread } from '../quirk.ts'

export const TYPESCRIPT_SDK: Provider = {
  id: 'typescript-sdk',
  name: 'MCP TypeScript SDK',
  marks: [headerSays('www-authenticate', /error_description="Missing Authorization header"/)],
  quirks: [
    {
      id: 'Q12',
      rules: ['CHL-08'],
      sees: broken('CHL-08'),
      does: 'The middleware requireBearerAuth answers a request without a token as if a bad one had come: error="invalid_token", error_description="Missing Authorization header".',
      advice:
        'Most clients pass over it. To be exact, answer requests without Authorization before the middleware, with a challenge that names resource_metadata and no error.',
      source: thread('garrytan/gbrain/pull/1410', '2026-05-25'),
    },
    {
      id: 'Q11',
      rules: ['USE-04', 'USE-05', 'TRN-21'],
      sees: answered('session', ({ answer }) =>
        answer.status === 500 && answer.body.text.includes('server_error')
          ? 'A request with a token was answered with 500 and server_error.'
          : undefined,
      ),
      does: 'The middleware requireBearerAuth turns each error of verifyAccessToken that is no InvalidTokenError into 500 server_error. A client with an expired token then never refreshes.',
      advice: 'Throw InvalidTokenError for bad, expired and foreign tokens alike.',
      source: thread('byadsco/meta-ads-mcp/pull/61', '2026-04-30'),
    },
  ],
}
