import {
  type Report,
  type ReportedTarget,
  sayCounts,
  toBaselineLines,
} from '../../protocol/reports.ts'

const MOST = 12

/** The line of a target that has ended; what is not as expected follows on lines of its own. */
export function toLines(target: ReportedTarget): readonly string[] {
  const { name, asExpected, status, cause, summary, fix, hint, milliseconds } = target
  const words = [status ?? 'no run', cause, toSeconds(milliseconds), summary]
  const fixes = fix === null ? [] : [`fix: ${fix}`]
  const details = asExpected ? [] : [...shortened(target.differences), ...fixes, ...target.known]
  const kept = shortened(toBaselineLines(target))
  return [
    `${asExpected ? '✓' : '✗'} ${name}  ${words.filter((each) => each !== null).join('  ')}`,
    ...[...details, ...kept, ...(hint === null ? [] : [hint])].map(
      (detail) => `    ${oneLine(detail)}`,
    ),
  ].map(oneLine)
}

/** A server that was replaced differs in hundreds of ways, and the first are those that explain. */
function shortened(lines: readonly string[]): readonly string[] {
  const left = lines.length - MOST
  return left > 1 ? [...lines.slice(0, MOST), `and ${left} more, which the reports tell`] : lines
}

/** The last line of a run. */
export function toTotal({ counts, milliseconds }: Report): string {
  return `${sayCounts(counts)}, in ${toSeconds(milliseconds)}`
}

/** What a terminal shows while targets are walked. */
export function toProgress(done: number, total: number, running: readonly string[]): string {
  return `${done} of ${total}  ${running.join(', ')}`
}

function toSeconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`
}

/** A server's words may hold line breaks and control characters, which a terminal would obey. */
function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
}
