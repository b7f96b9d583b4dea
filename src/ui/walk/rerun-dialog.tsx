import { useState } from 'react'
import type { RunDocument } from '../../protocol/index.ts'
import type { Controls, Settings } from '../controls.ts'
import { SettingsField } from '../launch/settings-field.tsx'
import { STEP_FIELDS } from '../launch/settings-groups.ts'
import { Button } from '../parts/button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import type { WalkStep } from './walk-steps.ts'

type RerunDialogProps = {
  readonly controls: Controls
  readonly document: RunDocument
  readonly step: WalkStep
  readonly onClose: () => void
}

/** The values that one step uses, to be changed before the walk begins anew there. */
export function RerunDialog({ controls, document, step, onClose }: RerunDialogProps) {
  const { secrets } = controls.useDraft()
  const [settings, setSettings] = useState<Settings>({ config: document.config, secrets })
  const fields = STEP_FIELDS[step.id] ?? []
  return (
    <Dialog title={`Rerun from ${step.title.toLowerCase()}`} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!event.currentTarget.checkValidity()) return
          controls.rerunFrom(step.id, settings)
          onClose()
        }}
        className="flex flex-col gap-4 p-4"
      >
        <p className="text-ink-2">
          A new run begins at this step and keeps what the steps before it learned. The run on
          screen stays among the recent ones.
        </p>
        {fields.map((id) => (
          <SettingsField key={id} id={id} settings={settings} onChange={setSettings} />
        ))}
        {fields.length === 0 && (
          <p className="text-ink-3">
            This step takes no value of its own; it is done again as it was.
          </p>
        )}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Leave it</Button>
          <Button kind="primary" type="submit">
            Rerun from here
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
