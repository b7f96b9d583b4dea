import { type ChangeEvent, useEffect, useRef, useState } from 'react'
import type { Settings } from '../controls.ts'
import { Field, Select, TextArea, TextInput } from '../parts/field.tsx'
import type { SettingsField as Definition } from './settings-field-kinds.ts'
import { SETTINGS_FIELDS, type SettingsFieldId } from './settings-fields.ts'

type SettingsFieldProps = {
  readonly id: SettingsFieldId
  readonly settings: Settings
  readonly onChange: (settings: Settings) => void
}

type Typed = { readonly text: string; readonly problem: string | null; readonly stored: string }

/**
 * One setting. What is typed stays as typed, also while it cannot be stored; the form is invalid as long as it cannot.
 */
export function SettingsField({ id, settings, onChange }: SettingsFieldProps) {
  const field: Definition = SETTINGS_FIELDS[id]
  const stored = field.read(settings)
  const [typed, setTyped] = useState<Typed | null>(null)
  const [left, setLeft] = useState(false)
  const control = useRef<HTMLInputElement & HTMLTextAreaElement & HTMLSelectElement>(null)
  const current = typed?.stored === stored ? typed : null
  const problem = current?.problem ?? null
  useEffect(() => control.current?.setCustomValidity(problem ?? ''), [problem])

  function write(text: string) {
    const written = field.write(settings, text)
    if ('problem' in written) setTyped({ text, problem: written.problem, stored })
    else {
      setTyped({ text, problem: null, stored: field.read(written.settings) })
      onChange(written.settings)
    }
  }
  if (field.kind === 'check') {
    return (
      <Check field={field} checked={stored === 'yes'} onChange={(on) => write(on ? 'yes' : '')} />
    )
  }
  const shared = {
    ref: control,
    value: current?.text ?? stored,
    placeholder: field.placeholder,
    onChange: (event: ChangeEvent<HTMLInputElement & HTMLTextAreaElement & HTMLSelectElement>) =>
      write(event.currentTarget.value),
    onFocus: () => setLeft(false),
    onBlur: () => setLeft(true),
  }
  return (
    <Field label={field.label} hint={field.hint} problem={left && problem ? problem : undefined}>
      {(described) => {
        switch (field.kind) {
          case 'choice':
            return <Select {...described} {...shared} options={field.options ?? []} />
          case 'lines':
            return <TextArea {...described} {...shared} />
          case 'secret-lines':
            return <TextArea {...described} {...shared} masked />
          case 'secret':
            return (
              <TextInput {...described} {...shared} type="password" autoComplete="new-password" />
            )
          case 'text':
          case 'check':
            return <TextInput {...described} {...shared} />
        }
      }}
    </Field>
  )
}

function Check({
  field,
  checked,
  onChange,
}: {
  field: Definition
  checked: boolean
  onChange: (on: boolean) => void
}) {
  return (
    <label className="flex min-h-6 items-start gap-2">
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
        className="accent-accent mt-0.5 size-4"
      />
      <span>
        <span className="font-medium">{field.label}</span>
        {field.hint !== undefined && (
          <span className="text-row text-ink-3 block">{field.hint}</span>
        )}
      </span>
    </label>
  )
}
