import type { Evidence, RunDocument } from '../../protocol/index.ts'
import { Button } from '../parts/button.tsx'
import { toPlaceWords } from './evidence.ts'

type JumpsProps = {
  readonly document: RunDocument
  readonly evidence: readonly Evidence[]
  readonly onEvidence: (evidence: Evidence) => void
}

/** The ways to the places that prove something. */
export function Jumps({ document, evidence, onEvidence }: JumpsProps) {
  return (
    <ul className="mt-1 -ml-2 flex flex-wrap">
      {evidence.map((each, index) => (
        <li key={index}>
          <Button kind="quiet" className="text-row h-7" onClick={() => onEvidence(each)}>
            Show #{numberOf(document, each.exchange)} {toPlaceWords(each.at)}
          </Button>
        </li>
      ))}
    </ul>
  )
}

function numberOf(document: RunDocument, exchange: string): number {
  return document.exchanges.findIndex(({ id }) => id === exchange) + 1
}
