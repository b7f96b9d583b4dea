import type { Exchange } from '../../http/exchange.ts'
import type { Ask } from '../../http/wire.ts'
import type { TokensFact } from '../../run/facts.ts'
import type { StepContext } from '../../run/step.ts'
import { PROBES, type ProbeName } from '../../spec/probes.ts'
import { PROBE_AIDS, type ProbeAidName } from './aids.ts'

/** How a probe appears in the log, whoever sends it. */
export type ProbeAbout = {
  readonly step: 'probes'
  readonly purpose: string
  readonly diagnostic: 'probe'
}

/** What negative tests share: how they are sent, and what became of those that were not. */
export type Probing = {
  readonly context: StepContext
  /** Counts a negative test that was sent by other means than `send`. */
  note(name: ProbeName): void
  send(name: ProbeName, ask: Ask): Promise<Exchange>
  /** A request as it should be, without which there is nothing to compare with. */
  aid(name: ProbeAidName, ask: Ask): Promise<Exchange>
  /** Notes negative tests that are not made, and why. */
  leave(why: string, ...names: readonly ProbeName[]): void
  /** Notes that the walk's own tokens were replaced on the way. */
  replaceTokens(tokens: TokensFact): void
  readonly result: {
    readonly made: ReadonlySet<ProbeName>
    readonly left: ReadonlyMap<string, readonly ProbeName[]>
    readonly tokens: TokensFact | undefined
  }
}

/** Negative tests of one kind, one after another. */
export type ProbeFamily = (probing: Probing) => Promise<void>

/** What the log says about a negative test. */
export function aboutProbe(name: ProbeName): ProbeAbout {
  return { step: 'probes', purpose: PROBES[name], diagnostic: 'probe' }
}

/** What the log says about a request that a probe needs. */
export function aboutAid(name: ProbeAidName): ProbeAbout {
  return { step: 'probes', purpose: PROBE_AIDS[name], diagnostic: 'probe' }
}

/** Opens a round of negative tests. */
export function createProbing(context: StepContext): Probing {
  const made = new Set<ProbeName>()
  const left = new Map<string, readonly ProbeName[]>()
  let tokens: TokensFact | undefined
  return {
    context,
    note: (name) => void made.add(name),
    send(name, ask) {
      made.add(name)
      return context.wire.send({ ...ask, ...aboutProbe(name) })
    },
    aid: (name, ask) => context.wire.send({ ...ask, ...aboutAid(name) }),
    leave: (why, ...names) => void left.set(why, [...(left.get(why) ?? []), ...names]),
    replaceTokens: (fresh) => void (tokens = fresh),
    result: {
      made,
      left,
      get tokens() {
        return tokens
      },
    },
  }
}
