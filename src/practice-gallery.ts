import { DOMAIN } from './practice.ts'
import { findToldQuirk } from './protocol/quirks.ts'
import { titleOfStep } from './protocol/reasons.ts'
import { FURTHER } from './sandbox/further.ts'
import { FAULT_GROUPS, type FaultEnd, type FaultyServer } from './sandbox/gallery.ts'
import { IMITATIONS, isImitationName } from './sandbox/providers.ts'
import { addressOf, hintOf } from './sandbox/showing-address.ts'
import type { Showing } from './sandbox/showings.ts'
import { WORLDS, type World } from './sandbox/worlds.ts'
import type { GalleryEntry, GalleryGroup } from './ui/controls.ts'

/** Every practice server inside the page, in groups. */
export const GALLERY: readonly GalleryGroup[] = [
  {
    title: 'Healthy, and ways to be set up',
    about: 'Servers without a fault of their own. A walk of most of them ends in tools.',
    entries: WORLDS.filter(({ options }) => options.faults === undefined).map(ofWorld),
  },
  ...FAULT_GROUPS.map(({ title, servers }) => ({
    title,
    about: null,
    entries: servers.map(ofFault),
  })),
  {
    title: 'Several settings at once',
    about: 'Rules that no single fault can break.',
    entries: FURTHER.map(ofWorld),
  },
  {
    title: 'Products, as people have met them',
    about:
      'Each imitates one habit of a product at an address of this page; a run names the product only at its own address. Most habits show in a plain walk, some only later.',
    entries: Object.keys(IMITATIONS).filter(isImitationName).map(ofImitation),
  },
]

function walked(showing: Showing): Pick<GalleryEntry, 'name' | 'address' | 'hint'> {
  return {
    name: showing.server,
    address: addressOf(showing, DOMAIN),
    hint: hintOf(showing),
  }
}

function ofWorld({ id, title, description, options }: World): GalleryEntry {
  const isTold = options.registration?.known !== undefined
  return {
    ...walked({ server: id, walk: {} }),
    title,
    about: description,
    rules: [],
    ends: isTold ? 'The walk asks for the client id.' : null,
  }
}

function ofFault({ name, title, rule, walk, ends }: FaultyServer): GalleryEntry {
  return {
    ...walked({ server: name, walk }),
    title,
    about: null,
    rules: [rule],
    ends: toEndWords(ends),
  }
}

function toEndWords(ends: FaultEnd): string {
  switch (ends.kind) {
    case 'stops':
      return `The walk stops at ${titleOfStep(ends.step).toLowerCase()}.`
    case 'goes-on':
      return 'The walk ends in tools, with a finding.'
    case 'probes':
      return 'Found by a negative test.'
    case 'unseen':
      return `No finding: ${ends.why}.`
  }
}

function ofImitation(name: keyof typeof IMITATIONS): GalleryEntry {
  const quirk = findToldQuirk(name, IMITATIONS[name].quirk)
  const of = quirk?.provider?.name ?? 'Seen at several products'
  return {
    ...walked({ server: name, walk: {} }),
    title: of,
    about: quirk?.does ?? null,
    rules: quirk?.rules.slice(0, 2) ?? [],
    ends: null,
  }
}
