import { Suspense, lazy, useMemo } from 'react'
import {
  type EvidencePlace,
  type Exchange,
  type Json,
  type RunDocument,
  isJsonArray,
  mediaType,
} from '../../protocol/index.ts'
import type { Mark } from '../findings/evidence.ts'
import { FindingCard } from '../findings/finding-card.tsx'
import { LazyKnownBeside } from '../known/lazy-known.tsx'
import { Button } from '../parts/button.tsx'
import { KeyValues } from '../parts/key-values.tsx'
import { toStatusSentence } from '../timeline/status.ts'
import { type Jwt, findJwts, toClaimNote } from './jwt.ts'
import { Section } from './section.tsx'

// A run is on screen before anybody opens one of its answers.
const BodyView = lazy(async () => ({ default: (await import('./body-view.tsx')).BodyView }))

type ExplainedProps = {
  readonly document: RunDocument
  /** Unmasked: tokens are decoded from it, and only their claims are shown. */
  readonly exchange: Exchange
  readonly masked: Exchange
  readonly marks: readonly Mark[]
  readonly aim: EvidencePlace | null
  readonly onSelect: (exchange: string) => void
}

/** What an exchange means: the rules it breaks, what was decided from it, the tokens in it, its body. */
export function Explained({ document, exchange, masked, marks, aim, onSelect }: ExplainedProps) {
  const findings = [...new Set(marks.map(({ finding }) => finding))]
  const decisions = document.decisions.filter((decision) => decision.exchange === exchange.id)
  const jwts = useMemo(() => findJwts(exchange), [exchange])
  const seen = { at: exchange.startedAt, server: document.config.server }
  const { outcome } = masked
  return (
    <>
      {findings.length > 0 && (
        <Section>
          <div className="flex flex-col gap-2">
            {findings.map((finding) => (
              <FindingCard key={finding.rule} finding={finding}>
                <LazyKnownBeside document={document} rule={finding.rule} />
              </FindingCard>
            ))}
          </div>
        </Section>
      )}
      {outcome.kind !== 'response' && (
        <Section>
          <p className="text-ink-2 max-w-[72ch]">{toStatusSentence(outcome)}</p>
        </Section>
      )}
      <Relations document={document} exchange={exchange} onSelect={onSelect} />
      {decisions.length > 0 && (
        <Section title="What follows from it">
          <ul className="flex flex-col gap-2">
            {decisions.map((decision, index) => (
              <li key={index} className="max-w-[72ch]">
                <p className="wrap-anywhere">{decision.says}</p>
                <p className="text-row text-ink-3 wrap-anywhere">
                  {decision.why}{' '}
                  {decision.spec && (
                    <a href={decision.spec.url} target="_blank" rel="noreferrer">
                      {decision.spec.title}
                    </a>
                  )}
                </p>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {jwts.brought.map((jwt) => (
        <JwtSection key={jwt.token} jwt={jwt} seen={seen} isNew />
      ))}
      {jwts.carried.map((jwt) => (
        <JwtSection key={jwt.token} jwt={jwt} seen={seen} isNew={false} />
      ))}
      {outcome.kind === 'response' && outcome.body.bytes > 0 && (
        <Section>
          <Suspense>
            <BodyView
              title="Response body"
              part="response-body"
              body={outcome.body}
              type={mediaType(outcome.headers)}
              marks={marks}
              aim={aim}
            />
          </Suspense>
        </Section>
      )}
    </>
  )
}

type RelationsProps = Pick<ExplainedProps, 'document' | 'exchange' | 'onSelect'>

function Relations({ document, exchange, onSelect }: RelationsProps) {
  const numberOf = (id: string) => document.exchanges.findIndex((other) => other.id === id) + 1
  const before = document.exchanges.filter(({ id }) => id === exchange.after)
  const later = document.exchanges.filter(({ after }) => after === exchange.id)
  if (before.length + later.length === 0) return null
  return (
    <Section title="Belongs to">
      <ul className="-ml-2">
        {before.map(({ id, purpose }) => (
          <li key={id}>
            <Button kind="quiet" className="text-row h-6 max-w-full" onClick={() => onSelect(id)}>
              <span className="truncate">
                follows #{numberOf(id)} {purpose}
              </span>
            </Button>
          </li>
        ))}
        {later.map(({ id, purpose }) => (
          <li key={id}>
            <Button kind="quiet" className="text-row h-6 max-w-full" onClick={() => onSelect(id)}>
              <span className="truncate">
                then #{numberOf(id)} {purpose}
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  )
}

type JwtSectionProps = {
  readonly jwt: Jwt
  readonly seen: Parameters<typeof toClaimNote>[2]
  /** Brought by this answer, and so shown open. */
  readonly isNew: boolean
}

function JwtSection({ jwt, seen, isNew }: JwtSectionProps) {
  const algorithm = jwt.header['alg']
  const name = typeof algorithm === 'string' ? algorithm : 'no algorithm'
  return (
    <Section>
      <details open={isNew}>
        <summary className="text-row text-ink-2 min-h-6 font-medium">
          {isNew ? 'Token that came' : 'Token that was sent'}, decoded
          <span className="text-ink-3 font-normal"> {name}, signature not checked</span>
        </summary>
        <KeyValues
          entries={Object.entries(jwt.claims).map(([key, value]) => ({
            key,
            value: toClaimText(value),
            note: toClaimNote(key, value, seen) ?? undefined,
          }))}
        />
      </details>
    </Section>
  )
}

function toClaimText(value: Json | undefined): string {
  if (typeof value === 'string') return value
  return isJsonArray(value) && value.every((entry) => typeof entry === 'string')
    ? value.join('\n')
    : JSON.stringify(value)
}
