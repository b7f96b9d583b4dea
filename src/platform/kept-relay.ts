import { type RelayAddress, parseRelayAddress } from './relay-client.ts'

const KEY = 'flow:relay'

/** The relay that this tab, or else this browser, was told of; its secret goes to that relay and nowhere else. */
export function readKeptRelay(): RelayAddress | null {
  return parseRelayAddress(sessionStorage.getItem(KEY) ?? localStorage.getItem(KEY) ?? '')
}

/** For this tab: the secret of a relay of one's own is new at each start. */
export function keepRelayForTab(relay: RelayAddress): void {
  sessionStorage.setItem(KEY, toLine(relay))
}

/** For this browser: a token for the team's relay stays good. */
export function keepRelay(relay: RelayAddress): void {
  sessionStorage.removeItem(KEY)
  localStorage.setItem(KEY, toLine(relay))
}

/** Forgets both. */
export function forgetRelay(): void {
  sessionStorage.removeItem(KEY)
  localStorage.removeItem(KEY)
}

function toLine({ url, secret }: RelayAddress): string {
  return `${url}#${secret}`
}
