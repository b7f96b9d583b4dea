/** Changes one string; `member` is the nearest member of an object that holds it. */
export type StringChange = (text: string, member: string) => string

/**
 * Plain data with every string changed and all else, member names too, as it was. What holds no changed string is not
 * copied: a run of thousands of exchanges has few secrets.
 */
export function mapStrings<Value>(value: Value, change: StringChange, member?: string): Value
export function mapStrings(value: unknown, change: StringChange, member = ''): unknown {
  if (typeof value === 'string') return change(value, member)
  if (Array.isArray(value)) return mapList(value, change, member)
  if (typeof value !== 'object' || value === null) return value
  return mapMembers(value, change)
}

function mapList(list: readonly unknown[], change: StringChange, member: string): unknown {
  const mapped = list.map((entry) => mapStrings(entry, change, member))
  return mapped.every((entry, index) => entry === list[index]) ? list : mapped
}

function mapMembers(members: object, change: StringChange): unknown {
  const changed: [string, unknown][] = []
  for (const [name, entry] of entriesOf(members)) {
    const mapped = mapStrings(entry, change, name)
    if (mapped !== entry) changed.push([name, mapped])
  }
  return changed.length === 0 ? members : { ...members, ...Object.fromEntries(changed) }
}

function entriesOf(members: object): readonly (readonly [string, unknown])[] {
  return Object.entries(members)
}
