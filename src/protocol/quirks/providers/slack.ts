import { objectMember, stringMember } from '../../http/json.ts'
import { broken, endpointAt, said, serverAt } from '../looks.ts'
import { type Provider, thread } from '../quirk.ts'

const USER_TOKENS = thread('coder/coder/pull/26150', '2026-06-08')

export const SLACK: Provider = {
  id: 'slack',
  name: 'Slack',
  marks: [serverAt(/^mcp\.slack\.com$/), endpointAt('authorization_endpoint', /^slack\.com$/)],
  quirks: [
    {
      id: 'Q63',
      rules: ['SCO-08'],
      sees: said('token', (json) =>
        json['scope'] === ''
          ? ['scope', 'The token answer says that no scope was granted.']
          : undefined,
      ),
      foretold: true,
      does: 'Slack takes scope for the scopes of a bot. Those of a person go into user_scope; a token that was asked for with scope alone can do nothing.',
      advice:
        'Send the scopes as user_scope too, as an extra authorization parameter, where the client asks at /oauth/v2_user/authorize.',
      source: USER_TOKENS,
    },
    {
      id: 'Q71',
      rules: ['TOK-02'],
      sees: said('token', (json) =>
        stringMember(objectMember(json, 'authed_user'), 'access_token') !== undefined
          ? ['authed_user', 'The token is at authed_user.access_token.']
          : undefined,
      ),
      does: "Slack puts a person's token into authed_user.access_token and has no access_token beside it.",
      advice: 'Ask at oauth.v2.user.access, or read the token from authed_user.',
      source: USER_TOKENS,
    },
    {
      id: 'Q70',
      rules: ['TOK-02', 'TOK-04'],
      sees: said('token', (json, { answer }) =>
        answer.status === 200 && json['ok'] === false
          ? [
              'error',
              `The token endpoint answered 200 with ok: false and ${stringMember(json, 'error') ?? 'no error'}.`,
            ]
          : undefined,
      ),
      does: 'Slack sends its errors with status 200 and ok: false.',
      advice: 'Look at ok and error before anything else in the body.',
      source: USER_TOKENS,
    },
    {
      id: 'Q46',
      rules: ['ASM-14'],
      sees: broken('ASM-14'),
      does: 'The MCP server of Slack registers no clients by itself. Unknown ones meet "Invalid client_id" at slack.com.',
      advice:
        'Create a Slack app with the redirect URI of this page and user token scopes, and enter its client id and secret.',
      source: thread('CommandCodeAI/command-code/issues/610', '2026-08-01'),
    },
    {
      id: 'Q76',
      rules: ['REF-05'],
      sees: said('token', (json) =>
        typeof json['access_token'] === 'string' && json['refresh_token'] === undefined
          ? ['access_token', 'The token answer has no refresh_token.']
          : undefined,
      ),
      does: 'The MCP server of Slack gives tokens for an hour and no refresh token with them, so that people sign in several times a day. No setting of the app changes that.',
      advice: 'Expect to be sent to the browser again when the hour is over.',
      source: thread('slackapi/slack-skills-plugin/issues/2', '2026-03-03'),
    },
    {
      id: 'Q22',
      rules: ['PRM-07', 'PRM-08'],
      sees: said('resource-metadata', (json) =>
        json['resource'] === 'https://mcp.slack.com'
          ? ['resource', 'The resource is https://mcp.slack.com, the origin of the endpoint.']
          : undefined,
      ),
      does: 'The resource metadata for https://mcp.slack.com/mcp names the origin as the resource, without the path.',
      advice:
        'Lenient clients take the origin for the parent of the endpoint; strict ones stop. Only Slack can change it: go on past the rule to see the rest.',
      source: thread('modelcontextprotocol/python-sdk/issues/1264', '2025-08-12'),
    },
  ],
}
