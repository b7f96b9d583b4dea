import type { DocumentFinding, ExchangeId, RunDocument } from '../../protocol/index.ts'
import { RequestPane, ResponsePane } from '../exchange/message-pane.tsx'
import type { Mark } from '../findings/evidence.ts'
import { toStatus } from '../timeline/status.ts'

type ShownExchangeProps = {
  readonly document: RunDocument
  readonly finding: DocumentFinding
  readonly id: ExchangeId
}

/** The exchange that proves a finding, at the side on which the proof lies; the other side is folded. */
export function ShownExchange({ document, finding, id }: ShownExchangeProps) {
  const exchange = document.exchanges.find((each) => each.id === id)
  if (!exchange) return null
  const marks: readonly Mark[] = finding.evidence
    .filter((evidence) => evidence.exchange === id)
    .map(({ at }) => ({ finding, at }))
  const inRequest = marks.some(({ at }) => at.part === 'url' || at.part.startsWith('request-'))
  const panes = [
    <RequestPane key="request" exchange={exchange} marks={marks} aim={null} />,
    <ResponsePane key="response" exchange={exchange} marks={marks} aim={null} />,
  ]
  const { method, url } = exchange.request
  return (
    <article className="border-line bg-surface overflow-hidden rounded-lg border">
      <div className="border-line border-b px-4 py-2.5">
        <h3 className="font-semibold">{exchange.purpose}</h3>
        <p className="text-row text-ink-2 font-mono wrap-anywhere">
          {method} {url} · {toStatus(exchange.outcome).text}
        </p>
      </div>
      {inRequest ? panes[0] : panes[1]}
      <details>
        <summary className="text-row text-ink-2 px-4 py-2">
          {inRequest ? 'The answer' : 'The request'}
        </summary>
        {inRequest ? panes[1] : panes[0]}
      </details>
    </article>
  )
}
