import type { ReactNode } from 'react'
import type { Evidence, RunDocument } from '../../protocol/index.ts'
import { type Known, quirksFor } from '../../protocol/quirks.ts'
import { Jumps } from '../findings/jumps.tsx'
import { Tag } from '../parts/tag.tsx'
import { KnownQuirk } from './known-quirk.tsx'

export type KnownProviderProps = {
  readonly document: RunDocument
  readonly onEvidence: (evidence: Evidence) => void
}

/** Who is on the other side, what gave it away, and the traps that no finding of this run tells of. */
export function KnownProvider({ document, onEvidence }: KnownProviderProps): ReactNode {
  const { providers, quirks } = quirksFor(document)
  const notes = quirks.filter(({ rules }) => rules.length === 0)
  const beside = quirks.length - notes.length
  if (providers.length === 0 && notes.length === 0) return null
  return (
    <details className="mt-2">
      <summary className="text-ink-2 min-h-6">
        {toTitle(providers)}{' '}
        {quirks.length > 0 && (
          <Tag tone="note">
            {quirks.length} {quirks.length === 1 ? 'trap' : 'traps'}
          </Tag>
        )}
      </summary>
      <div className="max-w-220 pt-1 pb-1">
        {providers.map((provider) => (
          <div key={provider.name}>
            <p className="max-w-[88ch] wrap-anywhere">
              {providers.length > 1 && <span className="font-medium">{provider.name}: </span>}
              {provider.says}
            </p>
            <Jumps document={document} evidence={provider.evidence} onEvidence={onEvidence} />
          </div>
        ))}
        {notes.map((quirk) => (
          <KnownQuirk key={`${quirk.provider} ${quirk.id}`} quirk={quirk}>
            {quirk.seen !== null && (
              <Jumps document={document} evidence={quirk.evidence} onEvidence={onEvidence} />
            )}
          </KnownQuirk>
        ))}
        {beside > 0 && (
          <p className="text-row text-ink-3 mt-2">
            {beside === 1 ? 'One trap stands' : `${beside} traps stand`} beside{' '}
            {beside === 1 ? 'its finding' : 'their findings'}.
          </p>
        )}
      </div>
    </details>
  )
}

function toTitle(providers: Known['providers']): string {
  if (providers.length === 0) return 'Known from elsewhere'
  const names = providers.map(({ name }) => name).join(', ')
  return `Known ${providers.length === 1 ? 'provider' : 'providers'}: ${names}`
}
