import { stringMember } from '../../http/json.ts'
import { both, broken, brokenBy, issuerWrote, refusedWith, said } from '../looks.ts'
import { type Look, type Quirk, thread } from '../quirk.ts'

/** What authorization servers do with registrations, codes and errors. */
export const ISSUER_QUIRKS: readonly Quirk[] = [
  {
    id: 'Q50',
    rules: ['DCR-05'],
    sees: broken('DCR-05'),
    does: 'The registration makes a secret for every client, also for one that asked for the method none, and the token endpoint then demands it. OpenMetadata, Context7 and Supabase did so.',
    advice:
      'Make no secret where token_endpoint_auth_method is none. As a client, follow the answer to the registration and not what was asked.',
    source: thread('open-metadata/OpenMetadata/pull/28552', '2026-05-29'),
  },
  {
    id: 'Q51',
    rules: ['TOK-20'],
    sees: issuerWrote(/missing client_id/i),
    does: 'The metadata lists client_secret_basic, but the token endpoint reads client_id from the form alone and answers "missing client_id".',
    advice:
      'Read the Authorization header too, or list only client_secret_post and none. Until then choose client_secret_post here.',
    source: thread('kernel/kernel-mcp-server/pull/96', '2026-04-14'),
  },
  {
    id: 'Q52',
    rules: ['AUZ-20'],
    sees: both(registeredForLess(), refusedWith('invalid_scope')),
    does: 'A client may use only the scopes with which it was registered. ChatGPT registered without them at Rootly and was refused with invalid_scope at the authorization endpoint.',
    advice:
      'Give a client that registers without scope all the scopes that anybody may ask for. As a client, send the scopes with the registration.',
    source: thread('rootlyhq/rootly-mcp-server/pull/130', '2026-05-29'),
  },
  {
    id: 'Q74',
    rules: ['TOK-04'],
    sees: brokenBy(
      'TOK-04',
      ({ answer }) => answer.status >= 400 && !hasOAuthError(answer.body.text),
    ),
    does: 'The errors of the token endpoint come from a framework and have no OAuth form: an empty body, a problem document, a list. Claude Code stopped at a parse error and hid the reason.',
    advice: 'Map each refusal to 400 with {"error": …} of RFC 6749 section 5.2.',
    source: thread('anthropics/claude-code/issues/83679', '2026-08-20'),
  },
  {
    id: 'Q80',
    rules: ['TOK-04'],
    sees: brokenBy(
      'TOK-04',
      ({ answer }) => answer.status === 401 && /invalid_grant/.test(answer.body.text),
    ),
    does: 'FastMCP sends invalid_grant with 401 since January 2026, so that Cursor signs in again instead of trying for ever. RFC 6749 wants 400.',
    advice: 'Nothing to mend for most clients: they go by the error, not by the status.',
    source: thread('PrefectHQ/fastmcp/pull/2800', '2026-01-06'),
  },
]

/** The answer to the registration lists fewer scopes than were asked for afterwards. */
function registeredForLess(): Look {
  return (record) => {
    const [asked] = record.visits('authorization')
    const wanted = asked?.url.searchParams.get('scope')?.split(' ') ?? []
    return said('registration', (json) => {
      const registered = stringMember(json, 'scope')
      if (registered === undefined) return undefined
      const missing = wanted.filter((scope) => !registered.split(' ').includes(scope))
      return missing.length > 0
        ? [
            'scope',
            `The client was registered for "${registered}" and asked for ${missing.join(', ')} too.`,
          ]
        : undefined
    })(record)
  }
}

function hasOAuthError(text: string): boolean {
  return /"error"\s*:\s*"/.test(text)
}
