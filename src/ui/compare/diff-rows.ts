import { type Aligned, align } from '../../protocol/compare.ts'
import type { MessageLine } from './message-lines.ts'

/** Lines of two messages side by side. `alike`: a stretch that says the same in both, shown as a number of lines. */
export type DiffRow =
  | { readonly kind: 'alike'; readonly lines: readonly string[] }
  | { readonly kind: 'changed'; readonly before: string | null; readonly after: string | null }
  | { readonly kind: 'cut'; readonly lines: number }

/** Above this many lines of difference on one side the rest is left out: nobody reads it, and it takes long. */
const LONGEST = 600

/** Lays two messages side by side, and tells where they differ. */
export function toDiffRows(
  before: readonly MessageLine[],
  after: readonly MessageLine[],
): readonly DiffRow[] {
  const start = countAlike(before, after)
  const end = countAlike(before.slice(start).toReversed(), after.slice(start).toReversed())
  const left = before.slice(start, before.length - end)
  const right = after.slice(start, after.length - end)
  const aligned = align(left.slice(0, LONGEST), right.slice(0, LONGEST), isLike)
  const rest = Math.max(left.length, right.length) - LONGEST
  return fold([
    ...before.slice(0, start).map(toAlike),
    ...aligned.map(toRow),
    ...(rest > 0 ? [{ kind: 'cut', lines: rest } as const] : []),
    ...before.slice(before.length - end).map(toAlike),
  ])
}

/** Whether anything in two messages differs that means something. */
export function isChanged(rows: readonly DiffRow[]): boolean {
  return rows.some(({ kind }) => kind !== 'alike')
}

function countAlike(before: readonly MessageLine[], after: readonly MessageLine[]): number {
  const at = before.findIndex((line, index) => {
    const other = after[index]
    return other === undefined || !isSame(line, other)
  })
  return at === -1 ? Math.min(before.length, after.length) : at
}

function isLike(one: MessageLine, other: MessageLine): boolean {
  return one.like === other.like
}

function isSame(one: MessageLine, other: MessageLine): boolean {
  return one.text === other.text || (one.varies && isLike(one, other))
}

function toAlike({ text }: MessageLine): DiffRow {
  return { kind: 'alike', lines: [text] }
}

function toRow(line: Aligned<MessageLine>): DiffRow {
  switch (line.in) {
    case 'before':
      return { kind: 'changed', before: line.before.text, after: null }
    case 'after':
      return { kind: 'changed', before: null, after: line.after.text }
    case 'both':
      return isSame(line.before, line.after)
        ? toAlike(line.before)
        : { kind: 'changed', before: line.before.text, after: line.after.text }
  }
}

function fold(rows: readonly DiffRow[]): readonly DiffRow[] {
  const folded: DiffRow[] = []
  for (const row of rows) {
    const last = folded.at(-1)
    if (row.kind === 'alike' && last?.kind === 'alike') {
      folded[folded.length - 1] = { kind: 'alike', lines: [...last.lines, ...row.lines] }
    } else folded.push(row)
  }
  return folded
}
