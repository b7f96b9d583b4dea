import { useState } from 'react'
import { replaceQuery } from '../../platform/place.ts'
import { REVISIONS } from '../../protocol/index.ts'
import { TOLD_RULES, type ToldRule } from '../../protocol/reasons.ts'
import type { Controls } from '../controls.ts'
import { Pick } from '../parts/pick.tsx'
import { SearchBox } from '../parts/search-box.tsx'
import { Tag } from '../parts/tag.tsx'
import { PageFrame } from '../shell/page-frame.tsx'
import { RULE_FAMILIES } from './families.ts'
import {
  NO_FILTER,
  type RuleFilter,
  type RuleGroup,
  groupRules,
  readFilter,
  toRevisionWords,
  writeFilter,
} from './rule-filter.ts'
import { LEVEL_TONES, LEVEL_WORDS, SIDE_WORDS } from './rule-words.ts'

/** Every rule, to be searched and opened. */
export function RulesPage({ controls }: { readonly controls: Controls }) {
  return (
    <PageFrame controls={controls} title="Rules">
      <p className="text-ink-2 max-w-[72ch]">
        What a run is judged by. Each rule has a page: why it is there, what a break of it looks
        like on the wire, and how it is mended.
      </p>
      <RuleList controls={controls} />
    </PageFrame>
  )
}

/** The rules with a filter over them, which is kept in the address. */
export function RuleList({ controls }: { readonly controls: Controls }) {
  const query = controls.usePlace()
  const [filter, setFilter] = useState<RuleFilter>(() => readFilter(query))
  const groups = groupRules(TOLD_RULES, filter)
  const count = groups.reduce((sum, { rules }) => sum + rules.length, 0)
  const change = (part: Partial<RuleFilter>) => {
    const next = { ...filter, ...part }
    setFilter(next)
    replaceQuery(writeFilter(next))
  }
  return (
    <>
      <search className="bg-sunken sticky top-0 z-10 -mx-5 flex flex-wrap items-center gap-2 px-5 py-3 max-md:static">
        <SearchBox
          label="Search the rules"
          placeholder="Code or words"
          value={filter.words}
          onChange={(words) => change({ words })}
        />
        <Filters filter={filter} onChange={change} />
        <output className="text-row text-ink-3 ml-auto">
          {count === TOLD_RULES.length
            ? `${count} rules`
            : `${count} of ${TOLD_RULES.length} rules`}
        </output>
      </search>
      {groups.map((group) => (
        <Group key={group.id} group={group} />
      ))}
      {count === 0 && (
        <p className="text-ink-2">
          No rule passes this filter.{' '}
          <button
            type="button"
            className="text-accent min-h-6 hover:underline"
            onClick={() => change(NO_FILTER)}
          >
            Show all of them
          </button>
        </p>
      )}
    </>
  )
}

type FiltersProps = {
  readonly filter: RuleFilter
  readonly onChange: (part: Partial<RuleFilter>) => void
}

function Filters({ filter, onChange }: FiltersProps) {
  return (
    <>
      <Pick
        label="About"
        value={filter.family}
        options={withAll(
          RULE_FAMILIES.map(({ id, title }) => [id, title]),
          'everything',
        )}
        onChange={(family) => onChange({ family })}
      />
      <Pick
        label="Side"
        value={filter.culprit}
        options={withAll(Object.entries(SIDE_WORDS), 'any')}
        onChange={(culprit) => onChange({ culprit })}
      />
      <Pick
        label="Level"
        value={filter.level}
        options={withAll(Object.entries(LEVEL_WORDS), 'any')}
        onChange={(level) => onChange({ level })}
      />
      <Pick
        label="Revision"
        value={filter.revision}
        options={withAll(
          REVISIONS.map((revision) => [revision, revision]),
          'any',
        )}
        onChange={(revision) => onChange({ revision })}
      />
    </>
  )
}

function withAll(entries: readonly (readonly [value: string, label: string])[], all: string) {
  return [{ value: '', label: all }, ...entries.map(([value, label]) => ({ value, label }))]
}

function Group({ group }: { readonly group: RuleGroup }) {
  return (
    <section aria-labelledby={`family-${group.id}`}>
      <h2 id={`family-${group.id}`} className="text-title pb-1.5 font-semibold">
        {group.title} <span className="text-row text-ink-3 font-normal">{group.id}</span>
      </h2>
      <ul className="border-line bg-surface divide-line divide-y rounded-lg border">
        {group.rules.map((rule) => (
          <li key={rule.code}>
            <Row rule={rule} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Row({ rule }: { readonly rule: ToldRule }) {
  const { code, title, level, culprit, revisions, stops } = rule
  return (
    <a
      href={`?rule=${code}`}
      className="hover:bg-sunken group grid grid-cols-[76px_minmax(0,1fr)_auto] items-baseline gap-x-3 px-3 py-2 first:rounded-t-lg last:rounded-b-lg hover:no-underline max-md:grid-cols-[76px_minmax(0,1fr)]"
    >
      <span className="text-row font-mono">{code}</span>
      <span className="text-ink group-hover:underline">{title}</span>
      <span className="text-row text-ink-3 flex flex-wrap items-center gap-x-2 gap-y-1 max-md:col-start-2">
        <span>{SIDE_WORDS[culprit]}</span>
        {revisions.length < REVISIONS.length && <span>{toRevisionWords(revisions)}</span>}
        {stops && <Tag>can stop a walk</Tag>}
        <span className="max-md:-order-1">
          <Tag tone={LEVEL_TONES[level]}>{LEVEL_WORDS[level]}</Tag>
        </span>
      </span>
    </a>
  )
}
