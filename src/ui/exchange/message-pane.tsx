import { useMemo } from 'react'
import {
  type EvidencePlace,
  type Exchange,
  type Severity,
  mediaType,
} from '../../protocol/index.ts'
import type { Mark } from '../findings/evidence.ts'
import { KeyValues } from '../parts/key-values.tsx'
import { toStatusSentence } from '../timeline/status.ts'
import { worstOf } from '../timeline/timeline-rows.ts'
import { BodyView } from './body-view.tsx'
import { EvidenceTarget } from './evidence-target.tsx'
import { HeaderTable } from './header-table.tsx'
import { findParameterNote, parseParameters, queryOf } from './parameters.ts'
import { Section } from './section.tsx'

type PaneProps = {
  readonly exchange: Exchange
  readonly marks: readonly Mark[]
  readonly aim: EvidencePlace | null
}

/** The request as it left: address, parameters, headers, body. */
export function RequestPane({ exchange, marks, aim }: PaneProps) {
  const { method, url, headers, body } = exchange.request
  const query = useMemo(() => parseParameters(queryOf(url)), [url])
  const isForm = mediaType(headers) === 'application/x-www-form-urlencoded'
  return (
    <>
      <Section>
        <EvidenceTarget severity={severityAt(marks, 'url')} aimed={aim?.part === 'url'}>
          <p className="text-row font-mono wrap-anywhere">
            <span className="font-medium">{method}</span> {url}
          </p>
        </EvidenceTarget>
      </Section>
      {query.length > 0 && (
        <Section title="Parameters of the address">
          <Parameters entries={query} />
        </Section>
      )}
      <Section title={exchange.via === 'direct' ? 'Headers that the page set' : 'Headers'}>
        <HeaderTable part="request-header" headers={headers} complete marks={marks} aim={aim} />
        {headers.length === 0 && <p className="text-row text-ink-3">none</p>}
      </Section>
      {body && isForm && (
        <Section title="Parameters of the body">
          <Parameters entries={parseParameters(body.text)} />
        </Section>
      )}
      {body && (
        <Section>
          <BodyView
            title="Request body"
            part="request-body"
            body={body}
            type={mediaType(headers)}
            marks={marks}
            aim={aim}
          />
        </Section>
      )}
    </>
  )
}

/** The answer: headers and body, or why there is none. */
export function ResponsePane({ exchange, marks, aim }: PaneProps) {
  const { outcome } = exchange
  if (outcome.kind !== 'response') {
    return (
      <Section>
        <p className="text-ink-2 max-w-[72ch]">{toStatusSentence(outcome)}</p>
      </Section>
    )
  }
  return (
    <>
      <Section>
        <EvidenceTarget severity={severityAt(marks, 'status')} aimed={aim?.part === 'status'}>
          <p className="text-row font-mono">
            <span className="font-medium">{outcome.status}</span>
            {outcome.finalUrl !== undefined && ` from ${outcome.finalUrl}`}
          </p>
        </EvidenceTarget>
      </Section>
      <Section title="Headers">
        <HeaderTable
          part="response-header"
          headers={outcome.headers}
          complete={outcome.headersComplete}
          marks={marks}
          aim={aim}
        />
        {!outcome.headersComplete && (
          <p className="text-row text-ink-3 pt-2">
            The browser shows a page only some headers of another origin’s answer. One that is
            missing here may have been sent; through the relay all are seen.
          </p>
        )}
      </Section>
      <Section>
        <BodyView
          title="Response body"
          part="response-body"
          body={outcome.body}
          type={mediaType(outcome.headers)}
          marks={marks}
          aim={aim}
        />
      </Section>
    </>
  )
}

function Parameters({ entries }: { entries: readonly (readonly [string, string])[] }) {
  return (
    <KeyValues
      entries={entries.map(([key, value]) => ({ key, value, note: findParameterNote(key) }))}
    />
  )
}

function severityAt(marks: readonly Mark[], part: EvidencePlace['part']): Severity | null {
  return worstOf(marks.filter(({ at }) => at.part === part).map(({ finding }) => finding.severity))
}
