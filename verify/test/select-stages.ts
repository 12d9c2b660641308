/** `--only unit,links`: those stages alone; what they come after is not run for them. */
import type { Stage } from './stage.ts'

export function selectStages(stages: readonly Stage[], only: readonly string[]): Stage[] {
  const names = only.flatMap((list) => list.split(',')).filter((name) => name !== '')
  const unknown = names.filter((name) => !stages.some((stage) => stage.name === name))
  if (unknown.length > 0) {
    throw new Error(
      `--only: expected stages of ${stages.map(({ name }) => name).join(', ')}; got ${unknown.join(', ')}.`,
    )
  }
  return names.length === 0 ? [...stages] : stages.filter(({ name }) => names.includes(name))
}
