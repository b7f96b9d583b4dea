/** Works through the jobs in their order, `workers` of them at a time, until the signal. */
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
  await Promise.all(Array.from({ length: count }, takeOver))
}
