type SearchBoxProps = {
  readonly label: string
  readonly placeholder: string
  readonly value: string
  readonly onChange: (value: string) => void
}

/** A field to search a list on the page with. */
export function SearchBox({ label, placeholder, value, onChange }: SearchBoxProps) {
  return (
    <input
      type="search"
      aria-label={label}
      placeholder={placeholder}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      className="border-line-strong bg-surface h-8 w-60 min-w-0 rounded-lg border px-2.5 max-sm:w-full"
    />
  )
}
