/** Milliseconds to wait for a file that the page's own host serves. */
const LONGEST = 10_000

/** The text of a file of the page's own host; undefined when there is none. */
export async function readBeside(address: string): Promise<string | undefined> {
  const answer = await fetch(address, {
    signal: AbortSignal.timeout(LONGEST),
    cache: 'no-cache',
  }).catch(() => undefined)
  return answer?.ok === true ? await answer.text() : undefined
}
