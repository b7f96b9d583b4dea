/** A stretch of a string: shared with the other one, or only here. */
export type Stretch = { readonly text: string; readonly same: boolean }

/** Two strings cut into what they share and what they do not. */
export type Difference = {
  readonly left: readonly Stretch[]
  readonly right: readonly Stretch[]
}

/** Above this many characters the middles are shown as wholly different: the table would be too large. */
const LONGEST_MIDDLE = 600

/** Compares two strings by character. Shared islands of one or two characters inside a difference are dropped. */
export function findDifference(left: string, right: string): Difference {
  const from = [...left]
  const to = [...right]
  const start = sharedLength(from, to)
  const end = sharedLength(from.slice(start).toReversed(), to.slice(start).toReversed())
  const middle = alignMiddle(from.slice(start, from.length - end), to.slice(start, to.length - end))
  const head = from.slice(0, start).join('')
  const tail = from.slice(from.length - end).join('')
  return {
    left: toStretches(head, middle.left, tail),
    right: toStretches(head, middle.right, tail),
  }
}

type Marks = { readonly text: string; readonly same: boolean }[]

function sharedLength(one: readonly string[], other: readonly string[]): number {
  const shorter = Math.min(one.length, other.length)
  for (let index = 0; index < shorter; index++) {
    if (one[index] !== other[index]) return index
  }
  return shorter
}

function alignMiddle(
  left: readonly string[],
  right: readonly string[],
): { left: Marks; right: Marks } {
  const shared =
    left.length + right.length > LONGEST_MIDDLE ? [] : withoutIslands(sharedPairs(left, right))
  const sharedLeft = new Set(shared.map(([index]) => index))
  const sharedRight = new Set(shared.map(([, index]) => index))
  return {
    left: left.map((text, index) => ({ text, same: sharedLeft.has(index) })),
    right: right.map((text, index) => ({ text, same: sharedRight.has(index) })),
  }
}

type Pair = readonly [left: number, right: number]

/** A longest common subsequence, as pairs of positions. */
function sharedPairs(left: readonly string[], right: readonly string[]): readonly Pair[] {
  const width = right.length + 1
  const lengths = new Uint16Array((left.length + 1) * width)
  const lengthAt = (row: number, column: number) => lengths[row * width + column] ?? 0
  for (let row = left.length - 1; row >= 0; row--) {
    for (let column = right.length - 1; column >= 0; column--) {
      lengths[row * width + column] =
        left[row] === right[column]
          ? lengthAt(row + 1, column + 1) + 1
          : Math.max(lengthAt(row + 1, column), lengthAt(row, column + 1))
    }
  }
  return walkPairs(left, right, lengthAt)
}

function walkPairs(
  left: readonly string[],
  right: readonly string[],
  lengthAt: (row: number, column: number) => number,
): readonly Pair[] {
  const pairs: Pair[] = []
  let row = 0
  let column = 0
  while (row < left.length && column < right.length) {
    if (left[row] === right[column]) pairs.push([row++, column++])
    else if (lengthAt(row + 1, column) >= lengthAt(row, column + 1)) row++
    else column++
  }
  return pairs
}

function withoutIslands(pairs: readonly Pair[]): readonly Pair[] {
  const runs: Pair[][] = []
  for (const pair of pairs) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    if (run && last && pair[0] === last[0] + 1 && pair[1] === last[1] + 1) run.push(pair)
    else runs.push([pair])
  }
  return runs.filter((run) => run.length > 2).flat()
}

function toStretches(head: string, middle: Marks, tail: string): readonly Stretch[] {
  const stretches: Stretch[] = []
  for (const mark of [{ text: head, same: true }, ...middle, { text: tail, same: true }]) {
    const last = stretches.at(-1)
    if (mark.text === '') continue
    if (last?.same === mark.same) {
      stretches[stretches.length - 1] = { text: last.text + mark.text, same: mark.same }
    } else stretches.push(mark)
  }
  return stretches
}
