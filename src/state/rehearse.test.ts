import { describe, expect, test } from 'vitest'
import * as engine from '../protocol/engine.ts'
import { DEFAULT_CONFIG, type RunDocument } from '../protocol/index.ts'
import { findPractice } from '../sandbox/by-name.ts'
import { FAULTS, isFaultName } from '../sandbox/faults.ts'
import { createInPagePractice } from '../sandbox/in-page.ts'
import { addressOf } from '../sandbox/showing-address.ts'
import { type Showing, UNSHOWN, showingsOf } from '../sandbox/showings.ts'
import { toOptions } from '../sandbox/worlds.ts'
import { readAddress } from './draft.ts'
import { rehearse } from './rehearse.ts'

const PAGE = 'https://flow.example'
const DOMAIN = '.practice.invalid'

/** Walks it as the page does, with the practice servers in memory. */
async function show(showing: Showing): Promise<RunDocument> {
  const practice = createInPagePractice(
    (id) => {
      const world = findPractice(id)
      return world && { id, options: (at) => ({ tokens: tokensFor(id), ...toOptions(world, at) }) }
    },
    { origin: PAGE, domain: DOMAIN, callback: `${PAGE}/callback.html` },
  )
  const { draft } = readAddress(addressOf(showing, DOMAIN))
  const signal = new AbortController().signal
  return rehearse(
    {
      engine,
      ports: {
        fetch: practice.fetch,
        relay: practice.relay,
        pageOrigin: PAGE,
        now: () => performance.now(),
      },
      app: { name: 'mcp-flow-debugger', version: '0.0.0' },
      async consent(url) {
        const { headers } = await practice.relay(
          { method: 'GET', url, headers: [], body: null },
          signal,
        )
        return headers.find(([name]) => name === 'location')?.[1] ?? url
      },
    },
    {
      ...DEFAULT_CONFIG,
      redirectUri: `${PAGE}/callback.html`,
      clientUri: `${PAGE}/`,
      ...draft.config,
      server: draft.address,
      timeout: 800,
    },
    { clientSecret: 'practice-secret' },
  )
}

/** Signatures take time: tokens are signed only where the fault is in what they say. */
function tokensFor(id: string): 'jwt' | 'opaque' {
  const { claims, leaves } = isFaultName(id) ? FAULTS[id].effect : {}
  return claims !== undefined || leaves === 'audience' ? 'jwt' : 'opaque'
}

/** One walk for each rule that a practice server can break. */
const SHOWN = engine.RULES.flatMap(({ id }) => {
  const [showing] = showingsOf(id)
  return showing ? [{ id, showing }] : []
})

describe('the first practice server of a rule', () => {
  test.each(SHOWN)('$id is broken by $showing.server', async ({ id, showing }) => {
    const { findings } = await show(showing)
    const finding = findings.find(({ rule }) => rule === id)
    expect([finding?.verdict, finding?.says]).toEqual(['fail', expect.any(String)])
  })
})

test('a rule without a practice server has the reason', () => {
  const without = engine.RULES.map(({ id }) => id).filter((id) => showingsOf(id).length === 0)
  expect(without.toSorted()).toEqual(Object.keys(UNSHOWN).toSorted())
})
