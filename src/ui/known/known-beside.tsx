import type { ReactNode } from 'react'
import type { Evidence, RunDocument } from '../../protocol/index.ts'
import { quirksBeside } from '../../protocol/quirks.ts'
import { Jumps } from '../findings/jumps.tsx'
import { KnownQuirk } from './known-quirk.tsx'

export type KnownBesideProps = {
  readonly document: RunDocument
  readonly rule: string
  readonly onEvidence?: (evidence: Evidence) => void
}

/** What is known in the wild of a finding. */
export function KnownBeside({ document, rule, onEvidence }: KnownBesideProps): ReactNode {
  return quirksBeside(document, rule).map((quirk) => (
    <KnownQuirk key={`${quirk.provider} ${quirk.id}`} quirk={quirk}>
      {quirk.seen !== null && onEvidence && (
        <Jumps document={document} evidence={quirk.evidence} onEvidence={onEvidence} />
      )}
    </KnownQuirk>
  ))
}
