/** Times of whole programs, taken in turns so that a busy moment of the machine meets every runner alike. */
import { projectRoot, runProgram, type ProgramResult } from '../../program/index.ts'

export type Runner = { name: string; file: string; args: readonly string[] }

export async function runOnce({
  name,
  file,
  args,
}: Runner): Promise<{ took: number; result: ProgramResult }> {
  const start = performance.now()
  const result = await runProgram(file, args, { cwd: projectRoot, timeout: 120_000 })
  const took = performance.now() - start
  if (result.code !== 0)
    throw new Error(`${name} ended with ${result.code}\n${result.stdout}${result.stderr}`)
  return { took, result }
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/** Each runner's median of so many rounds, by name. */
export async function timeInTurns(
  runners: readonly Runner[],
  rounds: number,
): Promise<Record<string, number>> {
  const times = new Map(runners.map(({ name }) => [name, [] as number[]]))
  for (let round = 0; round < rounds; round += 1)
    for (const runner of runners) times.get(runner.name)!.push((await runOnce(runner)).took)
  return Object.fromEntries([...times].map(([name, values]) => [name, median(values)]))
}
