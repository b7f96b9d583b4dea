/** One line of what `npm run bench` prints. */
export type Row = {
  readonly what: string
  readonly value: number
  readonly unit: string
  /** The most it may be; a value without one is only told. */
  readonly budget?: number
}

/** Something that can be measured; each stands in a file of its own and in the list of `bench.ts`. */
export type Measurement = {
  readonly name: string
  /** Only made when it is asked for by its name. */
  readonly isLong?: true
  measure(): Promise<readonly Row[]>
}

/** Measures one after the other, so that none disturbs the next. Gives 1 when a budget is broken. */
export async function report(measurements: readonly Measurement[]): Promise<number> {
  let exitCode = 0
  for (const measurement of measurements) {
    const rows = await measurement.measure()
    console.log(`\n${measurement.name}\n${toTable(rows)}`)
    if (rows.some(isBreach)) exitCode = 1
  }
  return exitCode
}

export function toTable(rows: readonly Row[]): string {
  const width = Math.max(...rows.map((row) => row.what.length))
  return rows.map((row) => `  ${row.what.padEnd(width)}  ${toFigures(row)}`).join('\n')
}

export function isBreach({ value, budget }: Row): boolean {
  return budget !== undefined && value > budget
}

function toFigures(row: Row): string {
  const value = `${row.value.toFixed(1).padStart(9)} ${row.unit}`
  if (row.budget === undefined) return value
  const mark = isBreach(row) ? '✗ over' : '✓ within'
  return `${value}  ${mark} ${row.budget} ${row.unit}`
}
