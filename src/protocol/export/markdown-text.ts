import { toLine } from './reports/plain-text.ts'

/** Text that Markdown shows as it is, on one line, be it in a table or anywhere else. */
export function escapeMarkdown(text: string): string {
  return toLine(text)
    .replaceAll(/[\\`*_[\]|#~!@{}$]/g, String.raw`\$&`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
}
