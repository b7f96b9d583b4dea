import { stringMember } from '../../http/json.ts'
import {
  answered,
  broken,
  either,
  isSlashApart,
  issuerAt,
  said,
  serverAt,
  typeOf,
} from '../looks.ts'
import { type Provider, thread } from '../quirk.ts'

const FORM = 'application/x-www-form-urlencoded'

export const GITHUB: Provider = {
  id: 'github',
  name: 'GitHub',
  marks: [issuerAt(/^github\.com$/, /\/login\/oauth/), serverAt(/^api\.githubcopilot\.com$/)],
  quirks: [
    {
      id: 'Q21',
      rules: ['PRM-07', 'PRM-08'],
      sees: either(broken('PRM-07', isSlashApart), broken('PRM-08', isSlashApart)),
      does: 'The documented address of the GitHub server is https://api.githubcopilot.com/mcp/, and its metadata named the resource without the last slash. VS Code refused that in August 2025.',
      advice: 'Enter https://api.githubcopilot.com/mcp without the slash.',
      source: thread('github/github-mcp-server/issues/804', '2025-08-01'),
    },
    {
      id: 'Q69',
      rules: ['TOK-02', 'TOK-04'],
      sees: answered('token', (each) =>
        typeOf(each) === FORM ? `The token endpoint answered as ${FORM}.` : undefined,
      ),
      does: 'GitHub answers token requests form-encoded unless they carry Accept: application/json; refreshes too.',
      advice: 'Send Accept: application/json with each token request, or read both forms.',
      source: thread('onyx-dot-app/onyx/pull/11598', '2026-06-01'),
    },
    {
      id: 'Q70',
      rules: ['TOK-02', 'TOK-04'],
      sees: said('token', (json, { answer }) => {
        const error = stringMember(json, 'error')
        return answer.status === 200 && error !== undefined
          ? ['error', `The token endpoint answered 200 with the error ${error}.`]
          : undefined
      }),
      does: 'GitHub sends the errors of its token endpoint with status 200, bad_verification_code for instance.',
      advice:
        'Look for error in the body before access_token. bad_verification_code means that the code is old, used, or of another client.',
      source: thread('onyx-dot-app/onyx/pull/11598', '2026-06-01'),
    },
    {
      id: 'Q42',
      rules: ['ASM-01'],
      sees: broken('ASM-01'),
      does: 'GitHub publishes no authorization server metadata at https://github.com/login/oauth.',
      advice:
        'Serve metadata of your own that names https://github.com/login/oauth/authorize and /login/oauth/access_token, or put an authorization server of yours before GitHub.',
      source: thread('manfredsteyer/angular-oauth2-oidc/issues/1067', '2021-04-28'),
    },
    {
      id: 'Q46',
      rules: ['ASM-14'],
      sees: broken('ASM-14'),
      does: 'GitHub registers no clients by itself, and its OAuth apps have to send their secret even with PKCE.',
      advice:
        'Create an OAuth app or a GitHub App under "Developer settings" with the redirect URI of this page, and enter its client id and secret.',
      source: thread('foundation50/classroom50/issues/877', '2026-09-03'),
    },
    {
      id: 'Q19',
      rules: ['CORS-09'],
      sees: broken('CORS-09', ({ says }) => says.includes('oken')),
      does: 'The token endpoint of GitHub sends no CORS headers: a page gets the code and cannot exchange it.',
      advice: 'Go through the relay. A client that is a page needs a back end for this step.',
      source: thread('foundation50/classroom50/issues/877', '2026-09-03'),
    },
  ],
}
