import { stringMember } from '../../http/json.ts'
import { both, broken, brokenBy, issuerWrote, refusedWith, said, either } from '../looks.ts'
import { type Look, type Quirk, thread } from '../quirk.ts'

/** What authorization servers do with registrations, codes and errors. */
export const ISSUER_QUIRKS: readonly Quirk[] = [
  {
    id: 'Q44',
    rules: [],
    sees: said('server-metadata', (json) => {
      const issuer = originOf(stringMember(json, 'issuer'))
      const endpoint = originOf(stringMember(json, 'authorization_endpoint'))
      const isBound = json['authorization_response_iss_parameter_supported'] === true
      return issuer !== undefined && endpoint !== undefined && issuer !== endpoint && !isBound
        ? [
            'authorization_endpoint',
            `The issuer is at ${issuer}, its authorization endpoint at ${endpoint}, and iss is not promised.`,
          ]
        : undefined
    }),
    does: 'It is legal to have the authorization endpoint on another origin than the issuer. Codex from 0.150 refuses it all the same unless the metadata promises iss, as CodSpeed found out.',
    advice:
      'Send iss with each authorization response and promise it with authorization_response_iss_parameter_supported.',
    source: thread('CodSpeedHQ/codspeed/issues/523', '2026-08-29'),
  },
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
    id: 'Q54',
    rules: ['CIMD-09', 'AUR-03'],
    sees: either(broken('CIMD-09'), both(documentAsClient(), broken('AUR-03'))),
    does: 'Metadata that offers client ID metadata documents makes clients choose them, and they do not fall back to registration when the document cannot be fetched. Gram found out in a live demo.',
    advice:
      'Offer them only where each path of the code can fetch a document. As a client, publish it on a public https host; loopback and private hosts are refused.',
    source: thread('speakeasy-api/gram/pull/5687', '2026-08-25'),
  },
  {
    id: 'Q72',
    rules: ['TOK-06'],
    sees: said('token', (json) =>
      typeof json['expires_in'] === 'string'
        ? ['expires_in', `expires_in is the string "${json['expires_in']}".`]
        : undefined,
    ),
    does: 'The token endpoint of version 1 of Entra and that of SAP write expires_in as a string. LibreChat stopped at it: "Expected number, received string".',
    advice: 'Write a number; with Entra, use the /v2.0 endpoints.',
    source: thread('LibreChat-AI/librechat.ai/issues/420', '2025-10-03'),
  },
  {
    id: 'Q75',
    rules: ['RED-01'],
    sees: brokenBy(
      'RED-01',
      ({ exchange }) => exchange.request.method === 'POST' && exchange.to === 'issuer',
    ),
    does: 'A rule that sends the bare domain on to www, or the MCP host on to the login host, also catches the token and registration endpoints. A 301 or 302 turns the POST into a GET without a body, and a 307 carries secrets to another origin.',
    advice: 'Name the final addresses in the metadata, and take /oauth/* out of the rule.',
    source: thread('koala73/worldmonitor/issues/4938', '2026-07-06'),
  },
  {
    id: 'Q73',
    rules: ['TOK-05', 'TOK-02'],
    sees: said('token', (json) =>
      json['access_token'] !== undefined && json['token_type'] === undefined
        ? ['token_type', 'The token answer has an access_token and no token_type.']
        : undefined,
    ),
    does: 'OpenAuth and LinkedIn leave token_type out of the token answer. Libraries that follow RFC 6749 to the letter throw the token away.',
    advice: 'Add "token_type": "Bearer" to the answers of code exchange and refresh.',
    source: thread('anomalyco/openauth/pull/318', '2025-12-17'),
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

/** The client id of the authorization request is the address of a document. */
function documentAsClient(): Look {
  return (record) => {
    const asked = record
      .visits('authorization')
      .find(({ url }) => url.searchParams.get('client_id')?.startsWith('https://') === true)
    return (
      asked && {
        says: `The client id is the document ${asked.url.searchParams.get('client_id')}, and the browser did not come back with an answer.`,
        evidence: [{ exchange: asked.exchange.id, at: { part: 'url' } }],
      }
    )
  }
}

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

function originOf(url: string | undefined): string | undefined {
  return url !== undefined && URL.canParse(url) ? new URL(url).origin : undefined
}

function hasOAuthError(text: string): boolean {
  return /"error"\s*:\s*"/.test(text)
}
