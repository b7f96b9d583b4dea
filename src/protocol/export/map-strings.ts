/** Changes one string; `member` is the nearest member of an object that holds it. */
export type StringChange = (text: string, member: string) => string

/** A copy of plain data with every string changed and all else, member names too, as it was. */
export function mapStrings<Value>(value: Value, change: StringChange, member?: string): Value
export function mapStrings(value: unknown, change: StringChange, member = ''): unknown {
  if (typeof value === 'string') return change(value, member)
  if (Array.isArray(value)) return value.map((entry: unknown) => mapStrings(entry, change, member))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, entry]) => [name, mapStrings<unknown>(entry, change, name)]),
  )
}
