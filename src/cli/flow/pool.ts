/**
 * Works through the jobs in their order, `workers` of them at a time, until the signal. Throws what the first job threw
 * that did, once those beside it have ended; whoever aborts the signal meanwhile does not wait long.
 */
export async function workThrough<Job>(
  jobs: readonly Job[],
  { workers, signal }: { readonly workers: number; readonly signal: AbortSignal },
  work: (job: Job) => Promise<void>,
): Promise<void> {
  const queue = jobs.values()
  const takeOver = async (): Promise<void> => {
    for (const job of queue) {
      if (signal.aborted) return
      await work(job)
    }
  }
  const count = Math.min(workers, jobs.length)
  const ends = await Promise.allSettled(Array.from({ length: count }, takeOver))
  const failure = ends.find((end) => end.status === 'rejected')
  if (failure) throw failure.reason
}
