/** No single piece of work may hold up the page for longer, in milliseconds. */
const LONGEST = 50

/** Milliseconds that a property may take: ten thousand cases need minutes. */
export const PATIENCE = 1_800_000

/** How many cases a property is tried with: 10,000 under `NIGHTLY=1`, else this share of them. */
export function cases(share: number): { readonly numRuns: number } {
  const host: { readonly env?: { readonly NIGHTLY?: string } } | undefined = Reflect.get(
    globalThis,
    'process',
  )
  return { numRuns: host?.env?.NIGHTLY === '1' ? 10_000 : share }
}

/**
 * True when the work is done in time. What seems slow is tried again, as other programs use the machine too: work that is
 * slow by itself is slow each time.
 */
export function isQuick(work: () => void): boolean {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const start = performance.now()
    work()
    if (performance.now() - start < LONGEST) return true
  }
  return false
}
