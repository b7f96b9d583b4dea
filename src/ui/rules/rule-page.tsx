import { TOLD_RULES, type ToldRule } from '../../protocol/reasons.ts'
import type { Controls } from '../controls.ts'
import { Tag } from '../parts/tag.tsx'
import { PageFrame } from '../shell/page-frame.tsx'
import { OnTheWire } from './on-the-wire.tsx'
import { toRevisionWords } from './rule-filter.ts'
import {
  LEVEL_SENTENCES,
  LEVEL_TONES,
  LEVEL_WORDS,
  SIDE_SENTENCES,
  SIDE_WORDS,
} from './rule-words.ts'
import { RuleList } from './rules-page.tsx'

/** One rule: what it asks and why, what a break looks like, the way to mend it, and where to try it. */
export function RulePage({ controls }: { readonly controls: Controls }) {
  const wanted = controls.usePlace().get('rule') ?? ''
  const index = TOLD_RULES.findIndex(({ code }) => code === wanted.trim().toUpperCase())
  const rule = TOLD_RULES[index]
  if (!rule) return <UnknownRule controls={controls} wanted={wanted} />
  return (
    <PageFrame controls={controls} title={rule.title} above={<Tags rule={rule} />}>
      <section aria-labelledby="why" className="flex flex-col gap-1">
        <h2 id="why" className="text-title font-semibold">
          Why
        </h2>
        <p className="max-w-[72ch]">{rule.why}</p>
      </section>
      <Facts rule={rule} />
      <OnTheWire key={rule.code} controls={controls} code={rule.code} />
      <Neighbours before={TOLD_RULES[index - 1]} after={TOLD_RULES[index + 1]} />
    </PageFrame>
  )
}

function Tags({ rule }: { readonly rule: ToldRule }) {
  return (
    <>
      <span className="font-mono">{rule.code}</span>
      <Tag tone={LEVEL_TONES[rule.level]}>{LEVEL_WORDS[rule.level]}</Tag>
      <Tag>{SIDE_WORDS[rule.culprit]}</Tag>
      {rule.stops && <Tag>can stop a walk</Tag>}
    </>
  )
}

function Facts({ rule }: { readonly rule: ToldRule }) {
  const facts = [
    ['Level', LEVEL_SENTENCES[rule.level]],
    ['Whose side', SIDE_SENTENCES[rule.culprit]],
    ['Revisions', toRevisionWords(rule.revisions)],
    ['Judged at', rule.step.id === 'probes' ? 'Negative tests' : rule.step.title],
    ['Stops a walk', rule.stops ? 'Yes, where it leaves no way on.' : 'No, the walk goes on.'],
  ]
  return (
    <dl className="border-line bg-surface grid grid-cols-[112px_minmax(0,1fr)] gap-x-3 gap-y-1.5 rounded-lg border px-4 py-3">
      {facts.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-ink-3">{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      <dt className="text-ink-3">Source</dt>
      <dd>
        {rule.spec.length === 0 && 'None: it comes from experience with servers.'}
        <ul>
          {rule.spec.map(({ title, url }) => (
            <li key={url}>
              <a href={url} target="_blank" rel="noreferrer" className="inline-block min-h-6">
                {title}
              </a>
            </li>
          ))}
        </ul>
      </dd>
    </dl>
  )
}

type NeighboursProps = {
  readonly before: ToldRule | undefined
  readonly after: ToldRule | undefined
}

function Neighbours({ before, after }: NeighboursProps) {
  return (
    <nav
      aria-label="Other rules"
      className="border-line grid grid-cols-[1fr_auto_1fr] items-center gap-4 border-t pt-4"
    >
      <span>{before && <Neighbour rule={before} sign="←" />}</span>
      <a href="?rules" className="inline-flex min-h-6 items-center">
        All rules
      </a>
      <span className="text-right">{after && <Neighbour rule={after} sign="→" />}</span>
    </nav>
  )
}

function Neighbour({ rule, sign }: { readonly rule: ToldRule; readonly sign: '←' | '→' }) {
  return (
    <a href={`?rule=${rule.code}`} title={rule.title} className="inline-flex min-h-6 items-center">
      {sign === '←' && <span aria-hidden="true">←&nbsp;</span>}
      {rule.code}
      {sign === '→' && <span aria-hidden="true">&nbsp;→</span>}
    </a>
  )
}

type UnknownRuleProps = { readonly controls: Controls; readonly wanted: string }

function UnknownRule({ controls, wanted }: UnknownRuleProps) {
  return (
    <PageFrame controls={controls} title="No such rule">
      <p role="alert" className="text-ink-2 max-w-[72ch] wrap-anywhere">
        {wanted === ''
          ? 'The address names no rule: ?rule= is followed by a code, such as CHL-01.'
          : `The address asks for the rule “${wanted}”, and no rule has that code. Codes look like CHL-01.`}{' '}
        These are all of them.
      </p>
      <RuleList controls={controls} />
    </PageFrame>
  )
}
