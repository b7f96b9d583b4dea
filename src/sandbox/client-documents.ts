import { json, text } from './answers.ts'
import type { JsonObject } from './json.ts'

/** Client ID metadata documents to walk with: a good one, and one for each way of being wrong. */
const DOCUMENTS: Readonly<Record<string, (good: JsonObject) => Response>> = {
  client: (good) => json(good),
  'other-id': (good) => json({ ...good, client_id: 'https://client.example/of-another.json' }),
  nameless: ({ client_name: _, ...rest }) => json(rest),
  'with-secret': (good) => json({ ...good, client_secret: 'practice-secret' }),
  'as-text': (good) => text(JSON.stringify(good)),
  large: (good) => json({ ...good, client_note: 'practice '.repeat(700) }),
}

/** Answers `/<name>.json` as the host of the documents does, for a client that is sent back to that address. */
export async function answerClientDocument(
  address: string,
  redirectUri: string,
): Promise<Response> {
  const url = new URL(address)
  const build = DOCUMENTS[url.pathname.slice(1).replace(/\.json$/, '')]
  const answer = build?.({
    // A host of files serves the same text whatever the query.
    client_id: `${url.origin}${url.pathname}`,
    client_name: 'Practice client',
    redirect_uris: [redirectUri],
    grant_types: ['authorization_code', 'refresh_token'],
    token_endpoint_auth_method: 'none',
  })
  const found = answer ?? text('There is no such document.', 404)
  found.headers.set('Access-Control-Allow-Origin', '*')
  return found
}
