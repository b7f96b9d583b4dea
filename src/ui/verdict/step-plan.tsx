import { useState } from 'react'
import type { RunDocument, StepId } from '../../protocol/index.ts'
import type { Controls, Settings } from '../controls.ts'
import { SettingsField } from '../launch/settings-field.tsx'
import { STEP_FIELDS } from '../launch/settings-groups.ts'
import { Button } from '../parts/button.tsx'

type StepPlanProps = {
  readonly controls: Controls
  readonly document: RunDocument
  readonly step: StepId
}

/** Before a step: the values it will use, to be changed, and the two ways on. */
export function StepPlan({ controls, document, step }: StepPlanProps) {
  const { secrets } = controls.useDraft()
  const [settings, setSettings] = useState<Settings>({ config: document.config, secrets })
  const fields = STEP_FIELDS[step] ?? []
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (event.currentTarget.checkValidity()) controls.proceed('step', settings)
      }}
      className="mt-3 flex flex-col gap-3"
    >
      {fields.length > 0 && (
        <div className="grid max-w-240 grid-cols-[repeat(auto-fill,minmax(260px,1fr))] gap-x-6 gap-y-3">
          {fields.map((id) => (
            <SettingsField key={id} id={id} settings={settings} onChange={setSettings} />
          ))}
        </div>
      )}
      <div className="flex gap-2">
        <Button kind="primary" type="submit">
          Step
        </Button>
        <Button onClick={() => controls.proceed('end', settings)}>Run to the end</Button>
      </div>
    </form>
  )
}
