import { FAULTS, type FaultName, isFaultName, withFault } from '../faults.ts'
import type { SandboxOptions } from '../sandbox.ts'
import { type Means, gather } from './means.ts'
import { type Portrait, differences, paint } from './portrait.ts'
import { ISSUER, SERVER } from './practice-client.ts'
import type { Sight } from './sights.ts'

/**
 * What a fault looks like from outside: a text that the first of the sights has only with it, or
 * only without it; and every sight that it changes.
 */
export type Look = ({ readonly shows: string } | { readonly hides: string }) & {
  readonly in: readonly [Sight, ...Sight[]]
}

export type Looks<Name extends FaultName> = Readonly<Record<Name, Look>>

/** A row for each fault, with what must be seen of it. */
export function toRows(looks: Readonly<Record<string, Look>>): (readonly [FaultName, Look])[] {
  return Object.entries(looks).flatMap(([name, look]) =>
    isFaultName(name) ? [[name, look] as const] : [],
  )
}

/** The look that a fault has in truth, in the form of the one that is claimed for it. */
export async function observe(name: FaultName, claimed: Look) {
  const options = withFault({ server: SERVER, issuer: ISSUER, tokens: tokensFor(name) }, name)
  const { healthy, faulty } = await bothPortraits(options)
  const text = 'shows' in claimed ? claimed.shows : claimed.hides
  const [first] = claimed.in
  return {
    text,
    isThere: faulty.get(first)?.includes(text),
    wasThere: healthy.get(first)?.includes(text),
    in: differences(healthy, faulty).toSorted(),
  }
}

/** Signatures take time: tokens are signed only where the fault is in what they say. */
function tokensFor(name: FaultName): 'jwt' | 'opaque' {
  const { claims, leaves } = FAULTS[name].effect
  return claims !== undefined || leaves === 'audience' ? 'jwt' : 'opaque'
}

/** What `observe` gives when the claim is right. */
export function claimOf(look: Look) {
  const isShown = 'shows' in look
  const text = isShown ? look.shows : look.hides
  return { text, isThere: isShown, wasThere: !isShown, in: look.in.toSorted() }
}

async function bothPortraits(options: SandboxOptions) {
  const { means, portrait } = await healthyView({ ...options, faults: [] })
  return { healthy: portrait, faulty: await paint(options, means) }
}

type View = { readonly means: Means; readonly portrait: Portrait }

const views = new Map<string, Promise<View>>()

/** Most faults share one healthy counterpart. */
function healthyView(options: SandboxOptions): Promise<View> {
  const key = JSON.stringify(options)
  const view = views.get(key) ?? lookAt(options)
  views.set(key, view)
  return view
}

async function lookAt(options: SandboxOptions): Promise<View> {
  const means = await gather(options)
  return { means, portrait: await paint(options, means) }
}
