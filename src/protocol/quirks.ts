import { FAMILIES, PROVIDERS } from './quirks/index.ts'
import type { Provider, Quirk, Sighting, Source } from './quirks/quirk.ts'
import { type RunRecord, toRecord } from './quirks/record.ts'
import type { RunDocument } from './run/document.ts'
import type { Evidence } from './run/rule.ts'

/** A product that a run was recognised to talk to, and what gave it away. */
export type KnownProvider = {
  readonly name: string
  readonly says: string
  readonly evidence: readonly [Evidence, ...Evidence[]]
}

/** A quirk that concerns a run. */
export type KnownQuirk = {
  readonly id: string
  /** Whose habit it is; null for one that is known by its form alone. */
  readonly provider: string | null
  /** The failed rules of this run beside which it belongs; empty for a note of its own. */
  readonly rules: readonly string[]
  readonly does: string
  /** What was seen of it, with the values; null when it is only known of the provider. */
  readonly seen: string | null
  readonly advice: string
  readonly evidence: readonly Evidence[]
  readonly source: Source
}

/** What is known about the other side of a run. */
export type Known = {
  readonly providers: readonly KnownProvider[]
  readonly quirks: readonly KnownQuirk[]
}

/** A quirk as it is told without a run. */
export type ToldQuirk = Pick<Quirk, 'id' | 'rules' | 'does' | 'source'> & {
  /** Whose habit it is; null for one that is known by its form alone. */
  readonly provider: { readonly id: string; readonly name: string } | null
}

/** The quirk of that number that a practice server imitates; its name begins with the provider, or with `anybodys`. */
export function findToldQuirk(imitation: string, id: string): ToldQuirk | undefined {
  return tellQuirks().find(({ id: each, provider }) => {
    return each === id && imitation.startsWith(`${provider?.id ?? 'anybodys'}-`)
  })
}

function tellQuirks(): readonly ToldQuirk[] {
  const owned = PROVIDERS.flatMap(({ quirks, id, name }) =>
    quirks.map((quirk) => ({ ...quirk, provider: { id, name } })),
  )
  return [...owned, ...FAMILIES.map((quirk) => ({ ...quirk, provider: null }))]
}

const NOTHING: Known = { providers: [], quirks: [] }
const answers = new WeakMap<RunDocument, Known>()

/**
 * What is known in the wild of the provider and the forms that a run met. Nobody is named without something that was
 * seen: each provider and each quirk comes with the exchange that shows it. A run that is under way is not judged.
 */
export function quirksFor(document: RunDocument): Known {
  if (document.outcome.status === 'running') return NOTHING
  const known = answers.get(document) ?? findKnown(document)
  answers.set(document, known)
  return known
}

/** The quirks that belong beside one finding. */
export function quirksBeside(document: RunDocument, rule: string): readonly KnownQuirk[] {
  return quirksFor(document).quirks.filter(({ rules }) => rules.includes(rule))
}

function findKnown(document: RunDocument): Known {
  const record = toRecord(document)
  const recognised = PROVIDERS.flatMap((provider) => {
    const mark = recognise(provider, record)
    return mark ? [{ provider, mark }] : []
  })
  return {
    providers: recognised.map(({ provider, mark }) => ({ name: provider.name, ...mark })),
    quirks: [
      ...recognised.flatMap(({ provider, mark }) =>
        provider.quirks.flatMap((quirk) => meet(quirk, record, { provider, mark })),
      ),
      ...FAMILIES.flatMap((quirk) => meet(quirk, record)),
    ],
  }
}

function recognise({ marks }: Provider, record: RunRecord): Sighting | undefined {
  for (const mark of marks) {
    const sighting = mark(record)
    if (sighting) return sighting
  }
  return undefined
}

type Owner = { readonly provider: Provider; readonly mark: Sighting }

function meet(quirk: Quirk, record: RunRecord, owner?: Owner): readonly KnownQuirk[] {
  const sighting = quirk.sees?.(record)
  const foretold = quirk.sees === undefined || quirk.foretold === true
  if (!sighting && !(owner && foretold)) return []
  const isBeside = sighting !== undefined || quirk.sees === undefined
  return [
    {
      id: quirk.id,
      provider: owner?.provider.name ?? null,
      rules: isBeside ? quirk.rules.filter((rule) => record.broken(rule) !== undefined) : [],
      does: quirk.does,
      seen: sighting && sighting.says !== '' ? sighting.says : null,
      advice: quirk.advice,
      evidence: sighting?.evidence ?? owner?.mark.evidence ?? [],
      source: quirk.source,
    },
  ]
}
