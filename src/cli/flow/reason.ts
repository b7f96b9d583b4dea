/** Why something failed, in one line and without the secrets that addresses may carry. */
export function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  const [line = ''] = message.split('\n', 1)
  return withoutQueries(line.trim()) || 'no reason was given'
}

/** A code or a token travels in the query or the fragment of an address. */
export function withoutQueries(text: string): string {
  return text.replaceAll(/(\bhttps?:\/\/[^\s?#"'<>]*)[?#][^\s"'<>]*/gi, '$1')
}
