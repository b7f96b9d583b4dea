import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { replaceQuery } from '../../platform/place.ts'
import type { Controls, GalleryEntry, GalleryGroup } from '../controls.ts'
import { Pick } from '../parts/pick.tsx'
import { SearchBox } from '../parts/search-box.tsx'
import { PageFrame } from '../shell/page-frame.tsx'
import {
  type GalleryFilter,
  countServers,
  readFilter,
  searchGallery,
  writeFilter,
} from './gallery-filter.ts'

/** Every practice server inside the page, by what is wrong with it. */
export function GalleryPage({ controls }: { readonly controls: Controls }) {
  const { data, isError } = useQuery({
    queryKey: ['gallery'],
    queryFn: async () => (await controls.practicePages()).gallery,
  })
  return (
    <PageFrame controls={controls} title="Practice servers">
      <p className="text-ink-2 max-w-[72ch]">
        They run inside this page: nothing leaves the browser. Each has an address of its own, and
        most have exactly one fault, so that one can see what it looks like and which rule finds it.
      </p>
      {data && <Servers controls={controls} groups={data} />}
      {!data && !isError && <p className="text-ink-3">Loading the practice servers…</p>}
      {isError && (
        <p role="alert" className="text-ink-2">
          The practice servers could not be loaded. Reload the page to try again.
        </p>
      )}
    </PageFrame>
  )
}

type ServersProps = {
  readonly controls: Controls
  readonly groups: readonly GalleryGroup[]
}

function Servers({ controls, groups }: ServersProps) {
  const query = controls.usePlace()
  const [filter, setFilter] = useState<GalleryFilter>(() => readFilter(query))
  const found = searchGallery(groups, filter)
  const [all, count] = [countServers(groups), countServers(found)]
  const change = (part: Partial<GalleryFilter>) => {
    const next = { ...filter, ...part }
    setFilter(next)
    replaceQuery(writeFilter(next))
  }
  const titles = groups.map(({ title }) => ({ value: title, label: title }))
  return (
    <>
      <search className="bg-sunken sticky top-0 z-10 -mx-5 flex flex-wrap items-center gap-2 px-5 py-3">
        <SearchBox
          label="Search the practice servers"
          placeholder="What is broken, or a rule’s code"
          value={filter.words}
          onChange={(words) => change({ words })}
        />
        <Pick
          label="About"
          value={filter.group}
          options={[{ value: '', label: 'everything' }, ...titles]}
          onChange={(group) => change({ group })}
        />
        <output className="text-row text-ink-3 ml-auto">
          {count === all ? `${all} servers` : `${count} of ${all} servers`}
        </output>
      </search>
      {found.map((group) => (
        <Group key={group.title} group={group} />
      ))}
      {count === 0 && <p className="text-ink-2">No practice server has all of these words.</p>}
    </>
  )
}

function Group({ group }: { readonly group: GalleryGroup }) {
  const id = `group-${group.title.toLowerCase().replaceAll(/\W+/g, '-')}`
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="text-title font-semibold">
        {group.title}{' '}
        <span className="text-row text-ink-3 font-normal">{group.entries.length}</span>
      </h2>
      {group.about !== null && <p className="text-row text-ink-2 max-w-[88ch]">{group.about}</p>}
      <ul className="border-line bg-surface divide-line mt-1.5 divide-y rounded-lg border">
        {group.entries.map((entry) => (
          <li key={entry.name}>
            <Entry entry={entry} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Entry({ entry }: { readonly entry: GalleryEntry }) {
  const { name, title, about, rules, ends, hint, address } = entry
  const notes = [ends, hint].filter((note) => note !== null).join(' ')
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-4 px-4 py-2.5">
      <div className="min-w-0">
        <h3 className="font-medium">{title}</h3>
        {about !== null && <p className="text-ink-2 max-w-[88ch] wrap-anywhere">{about}</p>}
        <p className="text-row text-ink-3 flex flex-wrap items-center gap-x-3">
          <span className="font-mono wrap-anywhere">{name}</span>
          {rules.map((rule) => (
            <a
              key={rule}
              href={`?rule=${rule}`}
              className="inline-flex min-h-6 items-center font-mono"
            >
              {rule}
            </a>
          ))}
          {notes !== '' && <span className="min-w-0">{notes}</span>}
        </p>
      </div>
      <a
        href={address}
        aria-label={`Walk it: ${title}, ${name}`}
        className="border-line-strong bg-surface text-ink hover:bg-sunken inline-flex h-8 items-center rounded-lg border px-3 font-medium hover:no-underline"
      >
        Walk it
      </a>
    </div>
  )
}
