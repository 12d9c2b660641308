/** Runs tasks in order, so many at a time; those that must be alone come last, one by one. */
export type PoolOptions<T> = {
  jobs: number
  isAlone: (task: T) => boolean
  /** Asked before each start. */
  goesOn: () => boolean
}

/** Resolves with the tasks that were not started. */
export async function runPool<T>(
  tasks: readonly T[],
  { jobs, isAlone, goesOn }: PoolOptions<T>,
  work: (task: T) => Promise<void>,
): Promise<T[]> {
  const together = tasks.filter((task) => !isAlone(task))
  const alone = tasks.filter(isAlone)
  const worker = async (queue: T[]) => {
    while (queue.length > 0 && goesOn()) await work(queue.shift()!)
  }
  await Promise.all(Array.from({ length: Math.min(jobs, together.length) }, () => worker(together)))
  await worker(alone)
  return [...together, ...alone]
}
