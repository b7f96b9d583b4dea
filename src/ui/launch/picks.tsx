import type { Controls } from '../controls.ts'
import { Pick } from '../parts/pick.tsx'
import {
  REVISION_CHOICES,
  TRANSPORT_CHOICES,
  toRevisionChoice,
  toTransportChoice,
} from './choices.ts'
import { withConfig } from './settings-changes.ts'

/** The three choices that every walk shows: revision, client, transport. */
export function Picks({ controls, disabled = false }: { controls: Controls; disabled?: boolean }) {
  const draft = controls.useDraft()
  const { config } = draft
  const clients = controls.clients.map(({ id, name }) => ({
    value: id,
    label: id === 'spec' ? 'the specification' : name,
  }))
  return (
    <>
      <Pick
        label="Revision"
        value={config.revision ?? 'auto'}
        options={REVISION_CHOICES}
        disabled={disabled}
        onChange={(value) =>
          controls.setDraft(withConfig(draft, 'revision', toRevisionChoice(value)))
        }
      />
      <Pick
        label="Walk as"
        value={config.client ?? 'spec'}
        options={clients}
        disabled={disabled}
        onChange={(value) => controls.setDraft(withConfig(draft, 'client', value))}
      />
      <Pick
        label="Through"
        value={config.transport ?? 'auto'}
        options={TRANSPORT_CHOICES}
        disabled={disabled}
        onChange={(value) =>
          controls.setDraft(withConfig(draft, 'transport', toTransportChoice(value)))
        }
      />
    </>
  )
}
