/** One place in two lists laid side by side: in both, or in one alone. */
export type Aligned<Item> =
  | { readonly in: 'both'; readonly before: Item; readonly after: Item }
  | { readonly in: 'before'; readonly before: Item }
  | { readonly in: 'after'; readonly after: Item }

/** Lays two lists side by side so that as many items as can be stand beside their like. */
export function align<Item>(
  before: readonly Item[],
  after: readonly Item[],
  isLike: (one: Item, other: Item) => boolean,
): readonly Aligned<Item>[] {
  const lengths = commonLengths(before, after, isLike)
  const aligned: Aligned<Item>[] = []
  let row = 0
  let column = 0
  while (row < before.length || column < after.length) {
    const one = before[row]
    const other = after[column]
    if (one !== undefined && other !== undefined && isLike(one, other)) {
      aligned.push({ in: 'both', before: one, after: other })
      row += 1
      column += 1
    } else if (one !== undefined && (other === undefined || leadsOn(lengths, row, column))) {
      aligned.push({ in: 'before', before: one })
      row += 1
    } else if (other !== undefined) {
      aligned.push({ in: 'after', after: other })
      column += 1
    }
  }
  return aligned
}

/** Whether to leave the earlier item out loses nothing. */
function leadsOn(lengths: Lengths, row: number, column: number): boolean {
  return (lengths[row + 1]?.[column] ?? 0) >= (lengths[row]?.[column + 1] ?? 0)
}

type Lengths = readonly (readonly number[])[]

/** For each pair of places, how many items the rests of the two lists have in common, in order. */
function commonLengths<Item>(
  before: readonly Item[],
  after: readonly Item[],
  isLike: (one: Item, other: Item) => boolean,
): Lengths {
  const rows: number[][] = [Array.from({ length: after.length + 1 }, () => 0)]
  for (const one of before.toReversed()) {
    const below = rows[0] ?? []
    const row = [0]
    for (const [index, other] of after.toReversed().entries()) {
      const column = after.length - 1 - index
      const length = isLike(one, other)
        ? (below[column + 1] ?? 0) + 1
        : Math.max(below[column] ?? 0, row[0] ?? 0)
      row.unshift(length)
    }
    rows.unshift(row)
  }
  return rows
}
