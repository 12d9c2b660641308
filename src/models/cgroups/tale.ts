/** What the stories are about: two machines, one of each generation, of which a story uses one. */
import type { TaleOf } from '#kit'
import type { Move } from './move-text.ts'
import type { Reason } from './rules.ts'
import type { Outcome, State, Version } from './types.ts'

export type ScenarioId =
  | 'files'
  | 'inside'
  | 'threads'
  | 'limits'
  | 'limits-v1'
  | 'delegate'
  | 'delegate-v1'
  | 'pids'
  | 'pids-v1'
  | 'many-trees'
  | 'freeze'
  | 'depth'
  | 'free'
  | 'free-v1'

export type QuestionId =
  | 'is-there'
  | 'pass-on'
  | 'beside'
  | 'back-in'
  | 'beside-cpu'
  | 'under-threads'
  | 'more-than-above'
  | 'which-cpus'
  | 'without-cpus'
  | 'other-cpu'
  | 'more-cpus'
  | 'own-process'
  | 'own-process-v1'
  | 'roots-process'
  | 'one-more'
  | 'move-in'
  | 'move-out-too'
  | 'rmdir-busy'
  | 'into-frozen'
  | 'kill-frozen'
  | 'too-deep'

export type ChoiceId =
  | 'done'
  | 'EACCES'
  | 'EAGAIN'
  | 'EBUSY'
  | 'EINVAL'
  | 'ENOENT'
  | 'ENOSPC'
  | 'EOPNOTSUPP'
  | 'holds-own'
  | 'holds-above'
  | 'runs-on-0'
  | 'runs-on-1'
  | 'still-runs'
  | 'stops-too'
  | 'dies'
  | 'survives'

export type Machines = Readonly<Record<Version, State>>

export type TreeTale = TaleOf<
  Machines,
  Move,
  Outcome,
  Reason,
  { scenario: ScenarioId; question: QuestionId; choice: ChoiceId }
>
