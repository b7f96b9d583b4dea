import type { EvidencePlace } from '../../protocol/index.ts'
import type { Mark } from '../findings/evidence.ts'
import { type Stretch, findDifference } from '../parts/difference.ts'
import { type TextLine, findLine } from '../parts/json-lines.ts'
import type { LineMark } from '../parts/lines-view.tsx'

/** The line at which a place in a body is shown. */
export function lineOf(lines: readonly TextLine[], at: EvidencePlace): number {
  return findLine(lines, at.part === 'response-body' ? (at.pointer ?? '') : '')
}

/** The marks of a body by line. Of several on one line the first counts, which is that of the worst finding. */
export function toLineMarks(
  lines: readonly TextLine[],
  marks: readonly Mark[],
): ReadonlyMap<number, LineMark> {
  const byLine = new Map<number, LineMark>()
  for (const { at, finding } of marks) {
    const index = lineOf(lines, at)
    const { severity } = finding
    const stretches = findStretches(lines[index], finding.compare)
    if (!byLine.has(index)) byLine.set(index, { severity, stretches })
  }
  return byLine
}

/** When a finding compares this very string with another, the characters in which they differ. */
function findStretches(
  line: TextLine | undefined,
  compare: Mark['finding']['compare'],
): readonly Stretch[] | null {
  const [left, right] = compare
  if (!line || !left || !right) return null
  const difference = findDifference(left.value, right.value)
  if (line.text === JSON.stringify(right.value)) return difference.right
  return line.text === JSON.stringify(left.value) ? difference.left : null
}
