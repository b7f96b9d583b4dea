import { ChevronIcon } from './icons.tsx'

type PickProps = {
  readonly label: string
  readonly value: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly disabled?: boolean
  readonly onChange: (value: string) => void
}

/** A choice in a bar: its label and its value in one button, as wide as the value. */
export function Pick({ label, value, options, disabled = false, onChange }: PickProps) {
  return (
    <label className="border-line bg-surface text-ink-2 focus-within:outline-accent hover:border-line-strong relative inline-flex h-8 items-center gap-1.5 rounded-lg border pl-2.5 whitespace-nowrap focus-within:outline-2 has-disabled:opacity-60">
      {label}
      <select
        value={value}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.value)}
        className="text-ink [field-sizing:content] h-full appearance-none rounded-lg bg-transparent pr-6.5 font-medium outline-none"
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} className="bg-surface">
            {option.label}
          </option>
        ))}
      </select>
      <span className="text-ink-3 pointer-events-none absolute right-2.5">
        <ChevronIcon />
      </span>
    </label>
  )
}
