import type * as v from 'valibot'

/** What a schema has found wrong, in a sentence that names the place. */
export function sayIssue(issue: v.BaseIssue<unknown>): string {
  const place = (issue.path ?? [])
    .map(({ key }) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '')
  if (issue.received === 'undefined') return `The member ${place} is missing.`
  const seen = shorten(issue.received)
  return `The member ${place} is ${EXPECTED.get(seen) ?? seen}, but must be ${sayExpected(issue)}.`
}

const EXPECTED = new Map([
  ['string', 'a text'],
  ['number', 'a number'],
  ['boolean', 'true or false'],
  ['Array', 'a list'],
  ['Object', 'an object'],
])

function sayExpected({ expected, type }: v.BaseIssue<unknown>): string {
  if (type === 'integer' || type === 'min_value') return 'a whole number from 0'
  if (type === 'finite') return 'a finite number'
  if (type === 'regex') return 'a plain name'
  const words = (expected ?? 'something else').replaceAll(/^\(|\)$/g, '').split(' | ')
  return words.map((word) => EXPECTED.get(word) ?? word).join(' or ')
}

/** A text that is not too long to be quoted. */
export function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 77)}...` : text
}
