import type { Controls } from '../controls.ts'
import { RelayField } from './relay-field.tsx'
import { SettingsField } from './settings-field.tsx'
import { ADVANCED_GROUPS } from './settings-groups.ts'

/** All settings beyond the three choices of the bar, in groups. */
export function Advanced({ controls }: { controls: Controls }) {
  const draft = controls.useDraft()
  return (
    <div className="grid gap-x-8 gap-y-6 md:grid-cols-2">
      {ADVANCED_GROUPS.map(({ title, fields }) => (
        <fieldset key={title} className="flex min-w-0 flex-col gap-3">
          <legend className="text-row text-ink-3 pb-2 font-medium">{title}</legend>
          {fields.map((id) => (
            <SettingsField
              key={id}
              id={id}
              settings={draft}
              onChange={({ config, secrets }) => controls.setDraft({ config, secrets })}
            />
          ))}
        </fieldset>
      ))}
      <RelayField controls={controls} />
    </div>
  )
}
