/** Most pages and redirects on the way to an answer. */
const MOST_TURNS = 12

type Ask = { readonly url: string; readonly form?: URLSearchParams }

/** Signs in and consents in the pages of oidc-provider; gives the address that they lead back to. */
export async function signIn(first: string): Promise<string | null> {
  const cookies = new Map<string, string>()
  let ask: Ask | undefined = { url: first }
  for (let turn = 0; ask && turn < MOST_TURNS; turn += 1) {
    const response = await send(ask, cookies)
    const location = response.headers.get('Location')
    if (location === null) {
      ask = readForm(await response.text(), ask.url)
      continue
    }
    const next: URL = new URL(location, ask.url)
    if (next.origin !== new URL(first).origin) return next.href
    ask = { url: next.href }
  }
  return null
}

async function send({ url, form }: Ask, cookies: Map<string, string>): Promise<Response> {
  const sent = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const response = await fetch(url, {
    method: form ? 'POST' : 'GET',
    headers: { Cookie: sent },
    redirect: 'manual',
    ...(form && { body: form }),
  })
  for (const line of response.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
    if (value === '') cookies.delete(name)
    else cookies.set(name, value)
  }
  return response
}

/** The page asks to sign in, and then to consent; each with one hidden value that says which. */
function readForm(page: string, url: string): Ask | undefined {
  const action = /<form[^>]* action="([^"]+)"/.exec(page)?.[1]
  const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1]
  if (action === undefined || prompt === undefined) return undefined
  const form = new URLSearchParams({ prompt, login: 'ada', password: 'any' })
  return { url: new URL(action, url).href, form }
}
