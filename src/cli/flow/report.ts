import { toKnownLines } from './known.ts'
import type { Result } from './result.ts'

/** The line of a target that has ended; what is not as expected follows on lines of its own. */
export function toLines(result: Result): readonly string[] {
  const { target, document, differences, hint, milliseconds } = result
  const isFine = differences.length === 0
  const { status, cause, summary, fix } = document?.outcome ?? NOTHING
  const words = [status, cause, toSeconds(milliseconds), summary].filter((each) => each !== null)
  const known = isFine || document === undefined ? [] : toKnownLines(document)
  const fixes = isFine || fix === null ? [] : [`fix: ${fix}`]
  const details = [...differences, ...fixes, ...known]
  return [
    `${isFine ? '✓' : '✗'} ${target.name}  ${words.join('  ')}`,
    ...[...details, ...(hint === undefined ? [] : [hint])].map(
      (detail) => `    ${oneLine(detail)}`,
    ),
  ].map(oneLine)
}

const NOTHING = { status: 'no run', cause: null, summary: null, fix: null }

/** The last line of a run. */
export function toTotal(results: readonly Result[], total: number, milliseconds: number): string {
  const different = results.filter(({ differences }) => differences.length > 0).length
  const counts = [
    `${total} ${total === 1 ? 'target' : 'targets'}`,
    `${results.length - different} as expected`,
    ...(different === 0 ? [] : [`${different} not`]),
    ...(results.length === total ? [] : [`${total - results.length} not run`]),
  ]
  return `${counts.join(', ')}, in ${toSeconds(milliseconds)}`
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
