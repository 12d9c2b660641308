/** The model's own scenarios, and its words for them: a parent sees what its namespace sees. */
import { observe, scenarios, type PidTale, type State } from '#models/namespaces'
import type { Stage } from '#widgets/kit'
import { namespacesStage } from '#widgets/kit/story/namespaces.ts'

export const stage: Stage<PidTale> = namespacesStage<PidTale>('pids-at-every-depth', scenarios)

/** `sleep` 4023 → 2, a zombie marked in words */
export const membersAt = (state: State, zombie: string): readonly string[] =>
  (observe(state)[0]?.ps ?? [])
    .filter(({ pid }) => pid !== 1)
    .map(
      ({ comm, nspid, state: letter }) =>
        `\`${comm}\` ${nspid.join(' → ')}${letter === 'Z' ? ` (${zombie})` : ''}`,
    )
