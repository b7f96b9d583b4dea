import { EXPECTED } from './expected.ts'
import type { WalkOptions } from './expected/ending.ts'
import { FAULTS, isFaultName } from './faults.ts'
import { findWorld } from './worlds.ts'

/** A walk that shows a rule broken: the name of a practice server, and what the walk is told besides. */
export type Showing = { readonly server: string; readonly walk: WalkOptions }

/** What no fault alone can show. */
const FURTHER_SHOWINGS: { readonly [rule: string]: Showing } = {
  'ASM-20': { server: 'both-eras', walk: { revision: '2025-03-26' } },
  'ASM-30': { server: 'no-revocation', walk: { revoke: true } },
  'CIMD-03': { server: 'both-eras', walk: { document: 'other-id' } },
  'CIMD-04': { server: 'both-eras', walk: { document: 'nameless' } },
  'CIMD-05': { server: 'both-eras', walk: { document: 'with-secret' } },
  'CIMD-06': { server: 'both-eras', walk: { document: 'as-text' } },
  'CIMD-07': { server: 'both-eras', walk: { document: 'large' } },
  'NET-01': { server: 'nobody', walk: {} },
  'PRM-09': { server: 'prm-below-path', walk: { client: 'mcp-rust-sdk' } },
  'SCO-14': { server: 'step-up', walk: { revision: '2025-11-25' } },
  'URI-05': { server: 'redirects-unknown-clients', walk: { probes: true } },
}

/** Why no practice server inside the page can show these. */
export const UNSHOWN: { readonly [rule: string]: string } = {
  'CIMD-09':
    'The authorization server answers with a page of its own, and what is on it only the person sees.',
  'DBG-01': 'It tells of a fault in this program. We know of none that could be shown.',
  'NET-02': 'The servers inside this page have no ports, so that the browser has none to refuse.',
  'NET-05': 'It takes a page that came by https and a server on http.',
  'NET-06': 'It takes an extension, a policy or a permission in the browser itself.',
  'ORG-01':
    'Only a server at a private address is open to DNS rebinding; the servers inside this page have public names.',
  'REG-04': 'It takes a client id that was entered for another authorization server.',
  'REG-20': 'It takes a private key that you have entered.',
  'SCO-06': 'A walk is challenged once for each operation, so that two challenges seldom meet.',
  'SEC-02': 'The servers inside this page are all https.',
  'TRN-07': 'A walk leaves a stream as soon as it has its answer, and sees no more of it.',
  'URI-06': 'It takes a page on the loopback of this machine, as `npm start` serves it.',
}

type Candidate = Showing & { readonly rank: number }

/** Every walk that shows the rule broken, the plainest first. None where no practice server can. */
export function showingsOf(rule: string): readonly Showing[] {
  if (UNSHOWN[rule] !== undefined) return []
  const further = FURTHER_SHOWINGS[rule]
  const candidates = expectedOf(rule).toSorted((a, b) => a.rank - b.rank)
  const seen = new Map(candidates.toReversed().map((each) => [each.server, each] as const))
  const found = candidates.filter((each) => seen.get(each.server) === each)
  return [...found.map(({ server, walk }) => ({ server, walk })), ...(further ? [further] : [])]
}

function expectedOf(rule: string): readonly Candidate[] {
  return Object.keys(EXPECTED)
    .filter(isFaultName)
    .flatMap((server) =>
      EXPECTED[server]
        .filter(({ ends }) => ends.fails.includes(rule))
        .map(({ walk, ends }) => {
          const isOwn = FAULTS[server].rule === rule
          const others = ends.fails.length - 1
          const rank = (isOwn ? 0 : 8) + others + (isPlain(walk) ? 0 : 2) + (isSlow(server) ? 4 : 0)
          const bonus = (ends.cause === rule ? 0.5 : 0) + (findWorld(server) ? 0.25 : 0)
          return { server, walk, rank: rank - bonus }
        }),
    )
}

function isPlain(walk: WalkOptions): boolean {
  return Object.keys(walk).length === 0
}

/** Such a walk ends with a time-out, or after many megabytes. */
function isSlow(server: string): boolean {
  return /-hangs$|-mb$|^stream-without-answer$/.test(server)
}
