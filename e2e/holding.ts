import type { PracticeChoices } from './practice.ts'

/** Lets one request wait at the practice server until the journey says so. */
export function holding(method: string, path: string) {
  let reach = (): void => undefined
  let release = (): void => undefined
  const reached = new Promise<void>((resolve) => {
    reach = resolve
  })
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  const answer: NonNullable<PracticeChoices['answer']> = async (request, sandbox) => {
    const isHeld = request.method === method && new URL(request.url).pathname === path
    if (isHeld) {
      reach()
      await released
    }
    // Whoever asked may have gone meanwhile: then nothing is done.
    return request.signal.aborted ? new Response(null, { status: 503 }) : sandbox.fetch(request)
  }
  return { answer, reached, release: () => release() }
}
