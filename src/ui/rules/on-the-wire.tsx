import { useQuery } from '@tanstack/react-query'
import { Suspense, lazy } from 'react'
import type { DocumentFinding, RunDocument } from '../../protocol/index.ts'
import type { Controls, Showing } from '../controls.ts'
import { FindingCard } from '../findings/finding-card.tsx'
import { ShownExchange } from './shown-exchange.tsx'

// A finding can be read without its texts: where they cannot be fetched, their place stays empty.
const ForYourStack = lazy(async () => ({
  default:
    (await import('../findings/for-your-stack.tsx').catch(() => null))?.ForYourStack ?? Nothing,
}))

function Nothing() {
  return null
}

type OnTheWireProps = { readonly controls: Controls; readonly code: string }

/** A break of the rule as it is seen: a walk made now, in memory, on a practice server with that fault. */
export function OnTheWire({ controls, code }: OnTheWireProps) {
  const showings = useQuery({
    queryKey: ['showings', code],
    queryFn: async () => (await controls.practicePages()).showingsOf(code),
  })
  if (!showings.data) return <p className="text-ink-3">Loading the practice servers…</p>
  const [first, ...others] = showings.data.servers
  return (
    <>
      <section aria-labelledby="on-the-wire" className="flex flex-col gap-3">
        <h2 id="on-the-wire" className="text-title font-semibold">
          What a break looks like on the wire
        </h2>
        {first ? (
          <Shown controls={controls} code={code} showing={first} />
        ) : (
          <p className="text-ink-2 max-w-[72ch]">
            No practice server inside this page can show it. {showings.data.why}
          </p>
        )}
      </section>
      {others.length > 0 && <Others showings={others} />}
    </>
  )
}

type ShownProps = OnTheWireProps & { readonly showing: Showing }

function Shown({ controls, code, showing }: ShownProps) {
  const { data, isError } = useQuery({
    queryKey: ['shown', showing.address],
    queryFn: async () => (await controls.practicePages()).rehearse(showing.address),
  })
  const finding = data?.findings.find(({ rule, verdict }) => rule === code && verdict === 'fail')
  return (
    <>
      <div className="border-line bg-surface flex flex-wrap items-center justify-between gap-x-6 gap-y-2 rounded-lg border px-4 py-3">
        <p className="min-w-0 flex-1 basis-80">
          <span className="block font-medium">{showing.title}</span>
          <span className="text-row text-ink-3 block font-mono wrap-anywhere">{showing.name}</span>
          {showing.hint !== null && (
            <span className="text-row text-ink-2 block">{showing.hint}</span>
          )}
        </p>
        <a
          href={showing.address}
          className="border-accent bg-accent text-accent-ink inline-flex h-8 items-center rounded-lg border px-3.5 font-medium hover:no-underline hover:opacity-90"
        >
          Try it: walk this server
        </a>
      </div>
      {!data && !isError && <p className="text-ink-3">Walking it now, in memory…</p>}
      {(isError || (data && !finding)) && (
        <p className="text-ink-2">The walk that would show it could not be made here.</p>
      )}
      {data && finding && <Evidence document={data} finding={finding} />}
    </>
  )
}

type EvidenceProps = { readonly document: RunDocument; readonly finding: DocumentFinding }

/** So many exchanges show a break; the others prove the same. */
const SHOWN = 2

function Evidence({ document, finding }: EvidenceProps) {
  const ids = [...new Set(finding.evidence.map(({ exchange }) => exchange))].slice(0, SHOWN)
  return (
    <>
      {ids.map((id) => (
        <ShownExchange key={id} document={document} finding={finding} id={id} />
      ))}
      <h2 className="text-title pt-4 font-semibold">What a run says of it, and the fix</h2>
      <div className="bg-surface rounded-lg">
        <FindingCard
          finding={finding}
          remedies={
            <Suspense>
              <ForYourStack finding={finding} document={document} />
            </Suspense>
          }
        />
      </div>
    </>
  )
}

function Others({ showings }: { readonly showings: readonly Showing[] }) {
  return (
    <section aria-labelledby="others">
      <h2 id="others" className="text-title pb-1.5 font-semibold">
        Other practice servers that break it
      </h2>
      <ul className="border-line bg-surface divide-line divide-y rounded-lg border">
        {showings.map(({ address, title, name }) => (
          <li key={name} className="flex flex-wrap items-center justify-between gap-x-4 px-4 py-2">
            <span className="min-w-0 flex-1 basis-60">{title}</span>
            <a
              href={address}
              aria-label={`Walk it: ${title}`}
              className="text-row inline-flex min-h-6 items-center"
            >
              Walk it
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
