/** The share of one machine: "2/5" is the second of five. */
export function shareOf<Each>(all: readonly Each[], shard: string | undefined): readonly Each[] {
  if (shard === undefined) return all
  const [index = 1, count = 1] = shard.split('/').map(Number)
  const from = (turn: number): number => Math.floor((all.length * turn) / count)
  return all.slice(from(index - 1), from(index))
}

/** Undefined for a shard that can be, else what it has to be. */
export function checkShard(value: string): string | undefined {
  const [, index, count] = /^([1-9]\d{0,5})\/([1-9]\d{0,5})$/.exec(value) ?? []
  const isOne = index !== undefined && Number(index) <= Number(count)
  return isOne ? undefined : 'it is a share such as 2/5, the second of five'
}
