import { isJsonType } from '../../http/exchange.ts'
import { parseJsonObject, stringsMember } from '../../http/json.ts'
import { inBody } from '../../rules/evidence.ts'
import { listed, quoted } from '../../rules/shown.ts'
import { answered, broken, brokenBy, headerOf, said, typeOf, either, both } from '../looks.ts'
import { type Look, type Quirk, thread } from '../quirk.ts'
import type { Answered } from '../record.ts'

const BLOCKED = [401, 403]

/** More scopes than a person would look through. */
const MANY = 20

/** Scopes that let a client change things. */
const STRONG = /(?:^|[:._/-])(?:write|admin|delete|manage)$/i

/** What is met on the way from the MCP endpoint to the metadata, whoever serves them. */
export const DISCOVERY_QUIRKS: readonly Quirk[] = [
  {
    id: 'Q01',
    rules: ['CHL-04', 'CHL-02', 'CHL-03'],
    sees: answered('challenge', (each) =>
      each.answer.status === 401 &&
      each.answer.headersComplete &&
      headerOf(each, 'www-authenticate') === undefined
        ? 'The 401 has no WWW-Authenticate header.'
        : undefined,
    ),
    does: 'A 401 without a challenge mostly comes from a layer that answers before the OAuth one: in Lightdash it was the strategy for API keys. ChatGPT took it for "does not implement OAuth".',
    advice:
      'Find what answers a request that has no Authorization header at all, and let it pass to the layer that writes WWW-Authenticate.',
    source: thread('lightdash/lightdash/pull/26726', '2026-08-03'),
  },
  {
    id: 'Q03',
    rules: ['CHL-05', 'CHL-04'],
    sees: badChallenge(/^(?!.*\bbearer\b)\s*(negotiate|ntlm|basic|digest)\b.*/i),
    does: 'A web server with its own sign-in, Windows authentication for instance, puts Negotiate or Basic into the 401. The TypeScript SDK 1.29 then never looks at the well-known address, though the document is there.',
    advice:
      'Switch the other scheme off for the MCP endpoint, or add a Bearer challenge with resource_metadata beside it.',
    source: thread('modelcontextprotocol/typescript-sdk/issues/1946', '2026-04-22'),
  },
  {
    id: 'Q05',
    rules: ['CHL-05'],
    sees: badChallenge(
      /resource_metadata\s*=\s*([^\s"].*|"[^"]*"\s+\w+=.*|"[^"]*$)|\w\s+=.*|" \w+=".*/,
    ),
    does: 'The challenge is put together by hand: single quotes, no quotes, spaces around the equals sign, a missing comma. Some clients read past it; Qwen Code found no resource_metadata in it.',
    advice:
      'Write name="value" pairs with a comma and a space between, as in Bearer resource_metadata="https://…", scope="…".',
    source: thread('QwenLM/qwen-code/issues/5343', '2026-06-18'),
  },
  {
    id: 'Q06',
    rules: ['CHL-12'],
    sees: broken('CHL-12'),
    does: 'The code puts the resource itself, or an address that nothing serves, where resource_metadata wants the address of the document. Dibix pointed to its base URL, which said "OK". Clients that trust the header stop there.',
    advice:
      'Put /.well-known/oauth-protected-resource between host and path of the endpoint, serve the document there, and point to it with its whole https address.',
    source: thread('Serviceware/Dibix/issues/128', '2026-07-24'),
  },
  {
    id: 'Q08',
    rules: ['CHL-01', 'RED-01'],
    sees: either(redirectsToLogin('CHL-01'), redirectsToLogin('RED-01')),
    does: 'A sign-in proxy in front of the server, Cloudflare Access or an ingress with SSO for instance, sends requests without a session on to its login page.',
    advice:
      'Take the MCP endpoint and /.well-known/ out of the proxy, and let the server answer 401 itself.',
    source: thread('NousResearch/hermes-agent/issues/100443', '2026-09-01'),
  },
  {
    id: 'Q89',
    rules: ['CHL-01'],
    sees: answered('challenge', ({ answer }) =>
      answer.status === 400 && /session id/i.test(answer.body.text)
        ? `First contact was answered with 400: ${quoted(answer.body.text)}.`
        : undefined,
    ),
    does: 'The transport asks for a session before the OAuth layer has a say, so that first contact gets 400 "No valid session ID provided" and no client learns that a token is needed. The TypeScript FastMCP did so.',
    advice: 'Check the token first, and answer 401 with the challenge when there is none.',
    source: thread('punkpeye/fastmcp/issues/180', '2025-09-28'),
  },
  {
    id: 'Q10',
    rules: ['RED-01'],
    sees: brokenBy('RED-01', (each) => {
      const { request } = each.exchange
      return each.exchange.to === 'server' && isSlashed(request.url, headerOf(each, 'location'))
    }),
    does: 'A router that wants a slash at the end sends /mcp on to /mcp/. Clients then meet a 401 of another address than the one they were given, and no longer take it for theirs.',
    advice:
      'Serve the endpoint under the address that people enter, or give people the one with the slash and name that in resource.',
    source: thread('damianvtran/local-operator/pull/462', '2026-08-30'),
  },
  {
    id: 'Q25',
    rules: ['PRM-16'],
    sees: answered('resource-metadata', ({ exchange: { request }, answer }) =>
      BLOCKED.includes(answer.status) && request.url.includes('/.well-known/')
        ? `${request.url} was answered with ${answer.status}.`
        : undefined,
    ),
    does: 'A firewall or gateway guards every path that it does not know, the well-known ones too. Some let browsers in and block clients that send no User-Agent.',
    advice: 'Open GET /.well-known/* to everybody in the rules of the gateway.',
    source: thread('NousResearch/hermes-agent/pull/114902', '2026-09-18'),
  },
  {
    id: 'Q26',
    rules: ['PRM-03', 'ASM-02'],
    sees: either(isPage('PRM-03'), isPage('ASM-02')),
    does: 'The catch-all of a single-page app answers the well-known addresses with its index.html and 200, as in Outline. Clients stop at "Unexpected token <".',
    advice: 'Route /.well-known/ before the catch-all: JSON where there is a document, else 404.',
    source: thread('outline/outline/issues/11572', '2026-02-25'),
  },
  {
    id: 'Q33',
    rules: ['PRM-12'],
    sees: said('resource-metadata', (json) => {
      const count = stringsMember(json, 'scopes_supported')?.length ?? 0
      return count >= MANY
        ? ['scopes_supported', `scopes_supported of the resource lists ${count} scopes.`]
        : undefined
    }),
    does: 'Clients ask for all scopes that the resource metadata lists. With the 48 of Rootly, clients whose registration lacked one were refused, and people were asked to grant everything.',
    advice:
      'List the few scopes that basic use needs, and ask for more with a 403 when a tool needs it.',
    source: thread('rootlyhq/rootly-mcp-server/pull/130', '2026-05-29'),
  },
  {
    id: 'Q29',
    rules: ['PRM-03', 'ASM-02'],
    sees: either(isMislabelled('PRM-03'), isMislabelled('ASM-02')),
    does: 'The document is right, but the handler sets no Content-Type, and the framework sends text/plain, as the gateway of Obot did. Strict clients do not read it.',
    advice: 'Send Content-Type: application/json with both metadata documents.',
    source: thread('obot-platform/obot/issues/6616', '2026-05-17'),
  },
  {
    id: 'Q28',
    rules: ['PRM-04', 'PRM-01'],
    sees: both(
      said('resource-metadata', (json, { answer }) =>
        answer.status === 200 && json['resource'] === undefined
          ? ['resource', `The answer is JSON with ${listed(Object.keys(json))} and no resource.`]
          : undefined,
      ),
      either(broken('PRM-04'), broken('PRM-01')),
    ),
    does: 'A handler for the root or for unknown paths answers with a friendly banner in JSON where clients look for the document. Codex stopped there: "missing required resource field".',
    advice: 'Answer 404 wherever there is no document; clients then look at the next address.',
    source: thread('relaticle/relaticle/pull/451', '2026-08-10'),
  },
  {
    id: 'Q31',
    rules: ['CHL-03'],
    sees: broken('CHL-03'),
    does: 'Servers made for 2025-03-26 have no resource metadata at all; the issuer is found at their own origin. Apify was one.',
    advice:
      'Publish resource metadata that names the issuer. To see the rest of such a server now, enter the issuer by hand or go on past the rule.',
    source: thread('decocms/studio/pull/2124', '2025-12-31'),
  },
  {
    id: 'Q27',
    rules: ['PRM-01', 'PRM-04', 'ASM-02', 'ASM-03', 'ASM-06'],
    sees: either(emptyObject('resource-metadata'), emptyObject('server-metadata')),
    does: 'An address that has no document answers 200 with {}. Programs take that for metadata in which everything is empty: Envoy AI Gateway passed on endpoints without an address and asked nowhere else.',
    advice: 'Answer 404 where there is no document.',
    source: thread('envoyproxy/ai-gateway/pull/2592', '2026-08-28'),
  },
  {
    id: 'Q32',
    rules: ['PRM-09', 'PRM-01', 'CHL-03'],
    sees: broken('PRM-09'),
    does: 'The MCP application is mounted below a path, and its /.well-known/ went below with it. ContextMine served its documents under /mcp/ alone, and the page of the site answered where clients look.',
    advice:
      'Mount the /.well-known/ routes at the root of the host, the path of the endpoint behind them.',
    source: thread('mayflower/contextmine/issues/2', '2026-02-18'),
  },
  {
    id: 'Q82',
    rules: ['SCO-09'],
    sees: broken('SCO-09'),
    does: 'The 403 for a missing scope is an ordinary "forbidden", without insufficient_scope in a challenge. A client cannot know that another scope would help; mcp-oauth and ThunderID found that of themselves.',
    advice:
      'Answer with WWW-Authenticate: Bearer error="insufficient_scope", scope="…", resource_metadata="…".',
    source: thread('giantswarm/mcp-oauth/issues/76', '2025-11-26'),
  },
  {
    id: 'Q84',
    rules: [],
    sees: answered('challenge', (each) => {
      const scope = /scope="([^"]*)"/.exec(headerOf(each, 'www-authenticate') ?? '')?.[1]
      const strong = scope?.split(' ').filter((one) => STRONG.test(one)) ?? []
      return strong.length === 0 ? undefined : `The first challenge asks for ${listed(strong)}.`
    }),
    does: 'The challenge is made from the list of all scopes. Clients take it for what is needed, so everybody is asked for writing before a single tool was read, as at Operately.',
    advice:
      'Name in the first challenge what reading needs, and the rest in a 403 when it is needed.',
    source: thread('operately/operately/issues/4920', '2026-07-28'),
  },
]

/** The challenge of first contact is no good one, and has that form. */
function badChallenge(form: RegExp) {
  const look = answered('challenge', (each) => {
    const challenge = headerOf(each, 'www-authenticate') ?? ''
    return form.test(challenge) ? `The challenge is ${quoted(challenge)}.` : undefined
  })
  return both(look, broken('CHL-05'))
}

function isPage(rule: string) {
  return brokenBy(rule, (each) => typeOf(each) === 'text/html' && !isObject(each))
}

function isMislabelled(rule: string) {
  return brokenBy(rule, (each) => !isJsonType(typeOf(each)) && isObject(each))
}

function isObject({ answer }: Answered): boolean {
  return parseJsonObject(answer.body.text) !== undefined
}

function redirectsToLogin(rule: string) {
  return brokenBy(rule, (each) => {
    const { status } = each.answer
    const { url } = each.exchange.request
    return (
      each.exchange.step === 'challenge' &&
      status >= 300 &&
      status < 400 &&
      !isSlashed(url, headerOf(each, 'location'))
    )
  })
}

/** The same address with a slash at the end of its path. */
function isSlashed(from: string, to: string | undefined): boolean {
  if (to === undefined || !URL.canParse(to, from)) return false
  const here = new URL(from)
  here.pathname += '/'
  return new URL(to, from).href === here.href
}

function emptyObject(step: 'resource-metadata' | 'server-metadata'): Look {
  return (record) => {
    const empty = record.read(step).find(({ json }) => Object.keys(json).length === 0)
    if (empty === undefined) return undefined
    const { exchange } = empty
    return { says: `${exchange.request.url} answered {}.`, evidence: [inBody(exchange.id)] }
  }
}
