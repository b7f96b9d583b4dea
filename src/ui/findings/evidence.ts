import type {
  DocumentFinding,
  Evidence,
  EvidencePlace,
  ExchangeId,
  RunDocument,
} from '../../protocol/index.ts'
import type { Detail, View } from '../controls.ts'
import { groupFindings } from './grouped.ts'

const DETAILS: { readonly [part in EvidencePlace['part']]: Detail } = {
  url: 'request',
  'request-header': 'request',
  'request-body': 'request',
  status: 'explained',
  'response-header': 'response',
  'response-body': 'response',
  outcome: 'explained',
}

/** What has to be selected and open so that a proof is in sight. */
export function toEvidenceView({ exchange, at }: Evidence): Partial<View> {
  return { panel: 'timeline', selected: exchange, detail: DETAILS[at.part], evidence: at }
}

/** Where a proof lies, in a few words. */
export function toPlaceWords(at: EvidencePlace): string {
  switch (at.part) {
    case 'url':
      return 'address'
    case 'request-header':
      return `request header ${at.name}`
    case 'request-body':
      return 'request body'
    case 'status':
      return 'status'
    case 'response-header':
      return `header ${at.name}`
    case 'response-body':
      return at.pointer === undefined || at.pointer === '' ? 'body' : `body ${at.pointer}`
    case 'outcome':
      return 'outcome'
  }
}

/** A finding and one place in this exchange that proves it. */
export type Mark = { readonly finding: DocumentFinding; readonly at: EvidencePlace }

/** Every proof of a failed finding that lies in one exchange, the cause first, then the worst. */
export function findMarks(document: RunDocument, exchange: ExchangeId): readonly Mark[] {
  return groupFindings(document).failed.flatMap((finding) =>
    finding.evidence
      .filter((evidence) => evidence.exchange === exchange)
      .map(({ at }) => ({ finding, at })),
  )
}
