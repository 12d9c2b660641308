/** Transcripts that mean ill, each with its exact outcome. */
import { background } from './cases/background.ts'
import { descriptors } from './cases/descriptors.ts'
import { endings } from './cases/endings.ts'
import { incompletes } from './cases/incomplete.ts'
import { input } from './cases/input.ts'
import { output } from './cases/output.ts'
import { sandbox } from './cases/sandbox.ts'
import { shellState } from './cases/shell-state.ts'
import { terminals } from './cases/terminal.ts'
import type { Case } from './case.ts'

export type { Case, Step } from './case.ts'
export { runCase, unmet } from './run-case.ts'

export const hostileCases: readonly Case[] = [
  ...output,
  ...input,
  ...endings,
  ...background,
  ...descriptors,
  ...shellState,
  ...incompletes,
  ...sandbox,
  ...terminals,
]
