import { toPlainText } from './plain-text.ts'
import type { Report } from './report.ts'

/** GitHub shows ten of a kind for each step. */
const MOST = 10

/** The lines by which GitHub Actions shows errors on its pages: one for each target that is not as expected. */
export function toAnnotations({ targets }: Report): readonly string[] {
  const different = targets.filter(({ asExpected }) => !asExpected)
  return different.slice(0, MOST).map(({ name, differences, summary, fix, cause }) => {
    const words = [
      ...differences,
      ...(summary === null || differences.includes(summary) ? [] : [summary]),
      ...(fix === null ? [] : [`Fix: ${fix}`]),
    ]
    const title = cause === null ? name : `${name}: ${cause}`
    return `::error title=${escapeProperty(title)}::${escapeData(words.join('\n'))}`
  })
}

function escapeData(text: string): string {
  return toPlainText(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
