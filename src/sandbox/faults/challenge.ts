import { altered, empty, json, withoutHeader } from '../answers.ts'
import type { Challenge, Effect, Fault, Visit } from '../scene.ts'
import { asHtmlPage, changedStatus, countUp, hasToken } from './effects.ts'

/** What an MCP server can do wrong when it asks for a token. */
export const CHALLENGE_FAULTS = {
  'no-token-403': {
    rule: 'CHL-01',
    title: 'A request without a token gets 403 instead of 401, with a good challenge',
    effect: withoutToken((response) => altered(response, { status: 403 })),
  },
  'no-token-404': {
    rule: 'CHL-01',
    title: 'A request without a token gets 404 instead of 401',
    effect: withoutToken(() => json({ error: 'not_found' }, 404)),
  },
  'no-token-500': {
    rule: 'CHL-01',
    title: 'A request without a token gets 500 instead of 401',
    effect: withoutToken(() => json({ error: 'server_error' }, 500)),
  },
  'no-token-200-error': {
    rule: 'CHL-01',
    title: 'A request without a token gets 200 with an error inside',
    effect: withoutToken(() =>
      json({ jsonrpc: '2.0', id: null, error: { code: -32000, message: 'Unauthorized' } }),
    ),
  },
  'no-token-login-redirect': {
    rule: 'CHL-01',
    title: 'A request without a token is sent on to a login page in HTML',
    effect: loginRedirect(),
  },
  'nothing-leads-to-issuer': {
    rule: 'CHL-03',
    title: 'The challenge has no pointer, and no resource metadata is at a well-known address',
    effect: {
      settings: (settings) => ({
        ...settings,
        challengeHeader: 'no-pointer',
        resourceMetadataAt: 'nowhere',
      }),
    },
  },
  'challenge-without-pointer': {
    rule: 'CHL-02',
    title: 'The challenge has no resource_metadata; the document is at its well-known address',
    effect: { settings: (settings) => ({ ...settings, challengeHeader: 'no-pointer' }) },
  },
  'no-challenge': {
    rule: 'CHL-04',
    title: 'The 401 comes without any WWW-Authenticate header',
    effect: changedStatus(401, (response) => withoutHeader(response, 'WWW-Authenticate')),
  },
  'challenge-of-other-scheme': {
    rule: 'CHL-05',
    title: 'The only challenge is of the scheme Basic',
    effect: { challenge: () => ({ scheme: 'Basic', parameters: [['realm', 'practice']] }) },
  },
  'challenge-bare': {
    rule: 'CHL-05',
    title: 'The challenge is the word Bearer without any parameter',
    effect: { challenge: ({ scheme }) => ({ scheme, parameters: [] }) },
  },
  'challenge-scope-twice': {
    rule: 'CHL-06',
    title: 'The challenge carries scope twice',
    effect: {
      challenge: (challenge) => ({
        ...challenge,
        parameters: [...challenge.parameters, ['scope', 'tools vault']],
      }),
    },
  },
  'challenge-pointer-twice': {
    rule: 'CHL-06',
    title: 'The challenge carries resource_metadata twice, and the first leads nowhere',
    effect: {
      challenge: (challenge, visit) => ({
        ...challenge,
        parameters: [['resource_metadata', lost(visit)], ...challenge.parameters],
      }),
    },
  },
  'challenge-scope-double-space': {
    rule: 'CHL-07',
    title: 'Two spaces stand between the scopes of the challenge',
    effect: parameter('scope', () => 'tools  vault'),
  },
  'challenge-scope-characters': {
    rule: 'CHL-07',
    title: 'A scope of the challenge holds a quotation mark',
    effect: parameter('scope', () => 'tools "vault"'),
  },
  'challenge-spaced': sloppy('Spaces stand around the equals signs', (text) =>
    text.replace(/(\w)="/g, '$1 = "'),
  ),
  'challenge-single-quotes': sloppy('Values stand in single quotes', (text) =>
    text.replaceAll('"', "'"),
  ),
  'challenge-unquoted-url': sloppy('The URL of the metadata is not quoted', (text) =>
    text.replace(/resource_metadata="([^"]*)"/, 'resource_metadata=$1'),
  ),
  'challenge-missing-comma': sloppy('No comma stands between the parameters', (text) =>
    text.replace('", ', '" '),
  ),
  'challenge-unterminated': sloppy('The last quotation mark is missing', (text) =>
    text.replace(/"$/, ''),
  ),
  'challenge-error-without-token': {
    rule: 'CHL-08',
    title: 'The challenge says invalid_token although no token was sent',
    effect: {
      challenge: (challenge, visit) =>
        hasToken(visit)
          ? challenge
          : { ...challenge, parameters: [['error', 'invalid_token'], ...challenge.parameters] },
    },
  },
  'bad-token-without-error': {
    rule: 'CHL-09',
    title: 'A bad token gets 401 without error="invalid_token"',
    effect: {
      challenge: (challenge) => ({
        ...challenge,
        parameters: challenge.parameters.filter(
          ([name, value]) => name !== 'error' || value !== 'invalid_token',
        ),
      }),
    },
  },
  'challenge-without-scope': {
    rule: 'CHL-10',
    title: 'The challenge does not name the scopes that are needed',
    effect: {
      settings: (settings) => {
        const { challenge: _, ...scopes } = settings.scopes
        return { ...settings, scopes }
      },
    },
  },
  'challenge-inconsistent': {
    rule: 'SCO-06',
    title: 'Every other challenge names other scopes',
    effect: {
      challenge: (challenge, visit) =>
        countUp(visit, 'challenges') % 2 === 0 ? withScope(challenge, 'vault') : challenge,
    },
  },
  'pointer-to-nothing': {
    rule: 'CHL-12',
    title: 'resource_metadata leads to 404; the document is at its well-known address',
    effect: parameter('resource_metadata', lost),
  },
  'pointer-relative': {
    rule: 'CHL-12',
    title: 'resource_metadata is a path, not an absolute URL',
    effect: parameter('resource_metadata', (_, value) => new URL(value).pathname),
  },
  'pointer-to-html': {
    rule: 'CHL-12',
    title: 'resource_metadata leads to a page in HTML',
    effect: {
      ...parameter('resource_metadata', (visit) => `${originOf(visit)}/about`),
      before: ({ url }) => (url.pathname === '/about' ? asHtmlPage() : undefined),
    },
  },
  'pointer-to-resource': {
    rule: 'CHL-12',
    title: 'resource_metadata names the MCP endpoint itself',
    effect: parameter('resource_metadata', ({ scene }) => scene.settings.server),
  },
  'challenge-offers-offline-access': {
    rule: 'PRM-13',
    title: 'The challenge asks for offline_access',
    effect: parameter('scope', (_, value) => `${value} offline_access`),
  },
  'forbidden-without-token': {
    rule: 'ERR-02',
    title: 'A request without a token gets 403 with error="insufficient_scope"',
    effect: {
      challenge: (challenge, visit) =>
        hasToken(visit)
          ? challenge
          : {
              ...challenge,
              parameters: [['error', 'insufficient_scope'], ...challenge.parameters],
            },
      ...changedStatus(401, (response, visit) =>
        hasToken(visit) ? response : altered(response, { status: 403 }),
      ),
    },
  },
} as const satisfies { readonly [name: string]: Fault }

/** Replaces the 401 of a request that carries no token. */
function withoutToken(build: (response: Response) => Response): Effect {
  return changedStatus(401, (response, visit) => (hasToken(visit) ? response : build(response)))
}

function loginRedirect(): Effect {
  return {
    ...changedStatus(401, (response, visit) =>
      hasToken(visit) ? response : empty(302, { Location: `${originOf(visit)}/login` }),
    ),
    before: ({ url }) => (url.pathname === '/login' ? asHtmlPage() : undefined),
  }
}

function originOf({ scene }: Visit): string {
  return new URL(scene.settings.server).origin
}

function lost(visit: Visit): string {
  return `${originOf(visit)}/.well-known/lost`
}

/** Changes one parameter where it stands; one that is not there stays away. */
function parameter(name: string, change: (visit: Visit, value: string) => string): Effect {
  return {
    challenge: ({ scheme, parameters }, visit) => ({
      scheme,
      parameters: parameters.map(([own, value]) => [
        own,
        own === name ? change(visit, value) : value,
      ]),
    }),
  }
}

function withScope(challenge: Challenge, scope: string): Challenge {
  const parameters = challenge.parameters.filter(([name]) => name !== 'scope')
  return { ...challenge, parameters: [...parameters, ['scope', scope]] }
}

/** A header that people can read and a strict parser cannot. */
function sloppy(title: string, change: (text: string) => string): Fault {
  return {
    rule: 'CHL-05',
    title: `In the challenge: ${title.charAt(0).toLowerCase()}${title.slice(1)}`,
    effect: changedStatus(401, (response) => {
      const header = response.headers.get('WWW-Authenticate') ?? ''
      return altered(response, { headers: { 'WWW-Authenticate': change(header) } })
    }),
  }
}
