import { fetchFromPage } from './platform/page-fetch.ts'
import { callbackAddress } from './platform/page.ts'
import type { Ports } from './protocol/index.ts'
import type { InPagePractice, InPageWorld } from './sandbox/in-page.ts'
import type { ConsentRequest } from './sandbox/sandbox.ts'

/** Practice servers inside the page live at names that no resolver knows (RFC 2606). */
export const DOMAIN = '.practice.invalid'

type RelayPort = NonNullable<Ports['relay']>

/** A practice server of the gallery. */
export type PracticeWorld = {
  readonly id: string
  readonly title: string
  readonly description: string
  readonly kind: 'healthy' | 'broken'
  readonly server: string
}

/** The page's fetch, with the practice servers inside the page as part of the world. */
export async function practiceFetch(url: string, init: RequestInit): Promise<Response> {
  return isPractice(url) ? (await practice()).fetch(url, init) : fetchFromPage(url, init)
}

/** A relay that also reaches the practice servers inside the page; to them there is always a way. */
export function withPractice(relay: RelayPort | undefined): RelayPort {
  return async (request, signal) => {
    if (isPractice(request.url)) return (await practice()).relay(request, signal)
    return relay
      ? relay(request, signal)
      : { kind: 'failed', reason: 'relay', message: 'This page knows no relay.' }
  }
}

/** The servers of the gallery. */
export async function listWorlds(): Promise<readonly PracticeWorld[]> {
  const { WORLDS } = await import('./sandbox/worlds.ts')
  return WORLDS.map(({ id, title, description, kind }) => ({
    id,
    title,
    description,
    kind,
    server: practiceAddress(id),
  }))
}

/** The address of the practice server of that id. */
export function practiceAddress(id: string): string {
  return `https://${id}${DOMAIN}/mcp`
}

/** What a practice authorization server asks the person. */
export async function askConsent(url: string): Promise<ConsentRequest> {
  return (await practice()).consent(url)
}

/** An authorization server inside the page has its consent page here. */
export function toOpenable(url: string): string {
  if (!isPractice(url)) return url
  const page = new URL('./', location.origin + location.pathname)
  page.search = new URLSearchParams({ consent: url }).toString()
  return page.href
}

/** True for an address of a practice server or its authorization server inside the page. */
export function isPractice(url: string): boolean {
  return URL.canParse(url) && new URL(url).hostname.endsWith(DOMAIN)
}

/** Where the browser ends that is sent to this authorization URL by somebody who grants all that is asked for. */
export async function grantConsent(url: string): Promise<string> {
  if (!isPractice(url)) return url
  const servers = await practice()
  const request = { method: 'GET', url, headers: [], body: null }
  const { headers } = await servers.relay(request, new AbortController().signal)
  const location = headers.find(([name]) => name === 'location')?.[1]
  if (location !== undefined) return location
  const asked = await servers.consent(url)
  return asked.kind === 'ask' ? asked.allow() : url
}

/** Loaded at the first practice: most visits need none of it. */
async function practice() {
  const [{ createInPagePractice }, { findPractice }, { toOptions }] = await Promise.all([
    import('./sandbox/in-page.ts'),
    import('./sandbox/by-name.ts'),
    import('./sandbox/worlds.ts'),
  ])
  const find = (id: string): InPageWorld | undefined => {
    const world = findPractice(id)
    return world && { id, options: (at) => toOptions(world, at) }
  }
  const { origin } = location
  made ??= createInPagePractice(find, { origin, domain: DOMAIN, callback: callbackAddress() })
  return made
}

let made: InPagePractice | null = null
