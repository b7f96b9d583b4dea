/**
 * A text that can stand in any report: what a reader could not see (control characters, marks that turn the direction
 * of writing, halves of characters) is written as `\u{202e}`. Line breaks and tabs stay.
 */
export function toPlainText(text: string): string {
  return text.replaceAll(
    /[\p{Cf}\p{Co}\p{Cs}\uFFFE\uFFFF]|(?![\n\t])\p{Cc}|[\u2028\u2029]/gu,
    (unseen) => `\\u{${unseen.codePointAt(0)?.toString(16) ?? ''}}`,
  )
}

/** The same on one line. */
export function toLine(text: string): string {
  return toPlainText(text.replaceAll(/[\r\n\t\u2028\u2029]+/g, ' '))
}

/** Text for an element or an attribute of HTML or XML. */
export function escapeMarkup(text: string): string {
  return toPlainText(text).replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Milliseconds as seconds: "1.4 s". */
export function toSeconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`
}
