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

const HINTS: Readonly<Record<string, (value: string | true) => string>> = {
  probes: () => 'Only negative tests show it; the walk makes them at its end.',
  refresh: () => 'It shows when the token is refreshed, which the walk does at its end.',
  revoke: () => 'It shows when the token is given back, which the walk does at its end.',
  revision: (value) => `Walked as a client of ${value}.`,
  client: (value) => `Walked as the client profile ${value}, which looks there.`,
  call: (value) => `The walk also calls the tool ${value}.`,
  transport: (value) => (value === 'direct' ? 'Walked without a relay.' : 'Walked by the relay.'),
  document: (value) => `The client id is a document of the client: ${value}.json.`,
  clientId: () => 'When the walk asks for the client secret, enter practice-secret.',
}

/** What there is to know about such a walk; null when it is a plain one. */
export function hintOf({ walk }: Showing): string | null {
  const hints = Object.entries(walk).flatMap(([name, value]) => HINTS[name]?.(value) ?? [])
  return hints.length === 0 ? null : hints.join(' ')
}
