import { useQuery } from '@tanstack/react-query'
import type { Page } from './page.ts'
import { forgetRelay, keepRelay, keepRelayForTab } from './platform/kept-relay.ts'
import { type RelayAddress, findRelayProblem, parseRelayAddress } from './platform/relay-client.ts'
import type { Controls, Refusal, Relay } from './ui/controls.ts'

/** The relay as this page knows it: asked once, and again when another is entered. */
export function useRelay(page: Page): Relay {
  const { data } = useQuery({
    queryKey: ['relay'],
    queryFn: async () => {
      const relay = page.relay.current
      if (!relay) return { kind: 'absent', address: null, says: null } as const
      const says = relay === page.ownRelay ? null : await findRelayProblem(relay)
      if (says !== null) return { kind: 'absent', address: relay.url, says } as const
      return { kind: 'available', address: relay.url } as const
    },
  })
  return data ?? LOOKING
}

const LOOKING = { kind: 'looking' } as const

/** What a person can do about the relay. */
export function relaysOf(page: Page) {
  const take = async (relay: RelayAddress | null, keep: () => void): Promise<void> => {
    page.relay.current = relay
    keep()
    await page.queries.invalidateQueries({ queryKey: ['relay'] })
  }
  const tryOut = async (relay: RelayAddress, keep: typeof keepRelay): Promise<Refusal> => {
    const problem = await findRelayProblem(relay)
    if (problem === null) await take(relay, () => keep(relay))
    return problem
  }
  return {
    async setRelay(text) {
      const relay = parseRelayAddress(text.trim().replace(/^Relay\s+/, ''))
      if (relay) return tryOut(relay, keepRelayForTab)
      return `"${text}" is no relay address. npm run relay prints one, such as http://localhost:4290/relay#secret.`
    },
    async setRelayToken(url, token) {
      const secret = token.trim()
      if (!/^[\w-]+$/.test(secret)) return 'A token has letters, digits, - and _ only.'
      return tryOut({ url, secret }, keepRelay)
    },
    forgetRelayToken: () => void take(null, forgetRelay),
  } satisfies Partial<Controls>
}
