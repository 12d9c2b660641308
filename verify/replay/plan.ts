/** Which transcript goes to which target, and which does not, with the reason. */
import type { Target as TargetName } from '#transcript'
import type { Availability, Target } from '../targets/types.ts'
import type { Loaded, Skip, Task } from './types.ts'

export type Plan = { tasks: Task[]; skips: Skip[] }

export async function plan(
  transcripts: readonly Loaded[],
  targets: readonly Target[],
  asked: readonly TargetName[] | 'auto',
): Promise<Plan> {
  const wanted = transcripts.flatMap((loaded) => wantedOf(loaded, asked).map((name) => ({ loaded, name })))
  const plan: Plan = { tasks: [], skips: [] }
  for (const { loaded, name } of wanted) {
    const skip = (why: string, missing: boolean) =>
      plan.skips.push({ id: loaded.id, target: name, commands: countCommands(loaded), why, missing })
    const target = targets.find((each) => each.name === name)
    const availability = target ? await target.available() : unbuilt(name)
    if (!availability.ok) skip(`${availability.missing} is missing. ${availability.todo}`, true)
    else {
      const lacking = await target!.lacks(loaded.transcript.header)
      if (lacking === undefined) plan.tasks.push({ loaded, target: target! })
      else skip(lacking, false)
    }
  }
  return plan
}

const wantedOf = ({ transcript }: Loaded, asked: readonly TargetName[] | 'auto'): TargetName[] =>
  transcript.header.targets.filter((name) => asked === 'auto' || asked.includes(name))

const countCommands = ({ transcript }: Loaded): number =>
  transcript.steps.reduce((sum, { commands }) => sum + commands.length, 0)

const unbuilt = (name: TargetName): Availability => ({
  ok: false,
  missing: `the target ${name}`,
  todo: 'verify/targets has none yet.',
})
