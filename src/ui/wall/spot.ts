/** The cell that the keyboard is at. */
export type Spot = { readonly row: number; readonly column: number }

/** Where a key leads from a cell; undefined when it leads nowhere. */
export function moveSpot(
  key: string,
  { row, column }: Spot,
  size: { readonly rows: number; readonly columns: number },
): Spot | undefined {
  const next = STEPS[key]?.({ row, column }, size)
  if (!next) return undefined
  return { row: within(next.row, size.rows), column: within(next.column, size.columns) }
}

type Size = { readonly rows: number; readonly columns: number }

const STEPS: { readonly [key: string]: (spot: Spot, size: Size) => Spot } = {
  ArrowLeft: ({ row, column }) => ({ row, column: column - 1 }),
  ArrowRight: ({ row, column }) => ({ row, column: column + 1 }),
  ArrowUp: ({ row, column }) => ({ row: row - 1, column }),
  ArrowDown: ({ row, column }) => ({ row: row + 1, column }),
  Home: ({ row }) => ({ row, column: 0 }),
  End: ({ row }, { columns }) => ({ row, column: columns - 1 }),
  PageUp: ({ row, column }) => ({ row: row - 10, column }),
  PageDown: ({ row, column }) => ({ row: row + 10, column }),
}

function within(index: number, count: number): number {
  return Math.max(0, Math.min(index, count - 1))
}
