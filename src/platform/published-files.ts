/** Milliseconds to wait for a file of a folder that may be on any host. */
const LONGEST = 30_000

export type PublishedFile =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'refused'; readonly says: string }

/** Reads a file of a folder of published runs. Never throws. */
export async function readPublishedFile(address: string): Promise<PublishedFile> {
  try {
    const answer = await fetch(address, {
      signal: AbortSignal.timeout(LONGEST),
      cache: 'no-cache',
    })
    if (answer.ok) return { kind: 'text', text: await answer.text() }
    return { kind: 'refused', says: `${address} is not there: its host answers ${answer.status}.` }
  } catch (error) {
    const isLate = error instanceof DOMException && error.name === 'TimeoutError'
    const why = isLate
      ? `its host gave no whole answer in ${LONGEST / 1000} seconds`
      : sayUnreadable(address)
    return { kind: 'refused', says: `${address} could not be read: ${why}.` }
  }
}

function sayUnreadable(address: string): string {
  const isOwn = new URL(address).origin === location.origin
  return isOwn
    ? 'its host gives no answer'
    : 'its host gives no answer, or does not let this page read it, for which it has to send Access-Control-Allow-Origin'
}
