/** The same function of texts, which works each text out once: a run says many things a thousand times. */
export function remembered(change: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const changed = change(text)
    known.set(text, changed)
    return changed
  }
}
