import type { Showing } from './showings.ts'

/** What an option of the runner is called in the page's address; what comes after the walk goes by `also`. */
const NAMES: Readonly<Record<string, string>> = {
  clientId: 'client-id',
  clientAuthentication: 'client-authentication',
}

/** The query with which the page walks it at once; `domain` is that of the practice servers inside the page. */
export function addressOf({ server, walk }: Showing, domain: string): string {
  const query = new URLSearchParams({ server: `https://${server}${domain}/mcp` })
  for (const [name, value] of Object.entries(walk)) {
    if (value === true) query.append('also', name)
    else if (name === 'document') query.set('cimd', `https://client${domain}/${value}.json`)
    else query.set(NAMES[name] ?? name, value)
  }
  query.set('autorun', '1')
  return `?${query.toString()}`
}
