import type { EvidencePlace, HeaderList } from '../../protocol/index.ts'
import type { Mark } from '../findings/evidence.ts'
import { MarkedText } from '../parts/marked-text.tsx'
import { worstOf } from '../timeline/timeline-rows.ts'
import { EvidenceTarget } from './evidence-target.tsx'
import { findHeaderNote } from './header-notes.ts'
import { toHeaderStretches } from './header-stretches.ts'

const PAIR = 'grid grid-cols-[minmax(96px,150px)_minmax(0,1fr)] gap-x-3'

type HeaderTableProps = {
  readonly part: 'request-header' | 'response-header'
  readonly headers: HeaderList
  /** False when the browser may have withheld some. */
  readonly complete: boolean
  readonly marks: readonly Mark[]
  readonly aim: EvidencePlace | null
}

/** Headers in the order they came, each with what it is for, and the marks of what they prove. */
export function HeaderTable({ part, headers, complete, marks, aim }: HeaderTableProps) {
  const missing = marks.filter(
    ({ at }) => at.part === part && !headers.some(([name]) => isNamed(at, name)),
  )
  return (
    <dl className="flex flex-col gap-1.5">
      {headers.map(([name, value], index) => {
        const here = marks.filter(({ at }) => at.part === part && isNamed(at, name))
        const severity = worstOf(here.map(({ finding }) => finding.severity))
        return (
          <EvidenceTarget
            className={PAIR}
            key={`${index}-${name}`}
            severity={severity}
            aimed={aim !== null && aim.part === part && isNamed(aim, name)}
          >
            <dt className="text-row text-ink-3 font-mono wrap-anywhere">{name}</dt>
            <dd>
              <span className="text-row font-mono">
                <MarkedText tone={severity ?? 'error'} stretches={toHeaderStretches(value, here)} />
              </span>
              <span className="text-meta text-ink-3 block">{findHeaderNote(name)}</span>
            </dd>
          </EvidenceTarget>
        )
      })}
      {missing.map(({ finding, at }, index) => (
        <EvidenceTarget
          className={PAIR}
          key={index}
          severity={finding.severity}
          aimed={aim !== null && isSame(aim, at)}
        >
          <dt className="text-row text-ink-3 font-mono wrap-anywhere">
            {'name' in at ? at.name : ''}
          </dt>
          <dd className="text-row text-ink-2">
            {complete ? 'not there' : 'not there, or withheld from the page'}
          </dd>
        </EvidenceTarget>
      ))}
    </dl>
  )
}

function isNamed(at: EvidencePlace, name: string): boolean {
  return 'name' in at && at.name.toLowerCase() === name.toLowerCase()
}

function isSame(one: EvidencePlace, other: EvidencePlace): boolean {
  return one.part === other.part && 'name' in one && isNamed(other, one.name)
}
