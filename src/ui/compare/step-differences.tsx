import type { Difference } from '../../protocol/compare.ts'
import { Tag } from '../parts/tag.tsx'
import type { ComparedStep } from './compared-steps.ts'
import { PairDetails } from './pair-details.tsx'

/** What differs in one step, in sentences, and below them its requests side by side. */
export function StepDifferences({ step }: { readonly step: ComparedStep }) {
  const { title, differences, pairs } = step
  return (
    <section aria-label={title} className="flex min-w-0 flex-col gap-2">
      <h2 className="text-title flex items-center gap-2 font-semibold">
        {title}
        {differences.length === 0 && <Tag>nothing differs</Tag>}
      </h2>
      {differences.length > 0 && (
        <ul className="flex flex-col gap-1">
          {differences.map((difference, index) => (
            <Sentence key={index} difference={difference} />
          ))}
        </ul>
      )}
      {pairs.length > 0 && (
        <div className="border-line divide-line divide-y rounded-lg border">
          {pairs.map((pair, index) => (
            <PairDetails key={index} pair={pair} />
          ))}
        </div>
      )}
    </section>
  )
}

/** A broken rule, a lost client and another end are what people look for. */
function isGrave({ kind, after }: Difference): boolean {
  if (kind === 'rule') return after?.startsWith('broken') ?? false
  return (kind === 'client' && after === 'fails') || (kind === 'status' && after !== 'passed')
}

function Sentence({ difference }: { readonly difference: Difference }) {
  return (
    <li className="grid grid-cols-[76px_minmax(0,1fr)] items-baseline gap-x-2">
      <Tag tone={isGrave(difference) ? 'error' : 'plain'}>{difference.kind}</Tag>
      <span className="max-w-[88ch] wrap-anywhere">{difference.says}</span>
    </li>
  )
}
