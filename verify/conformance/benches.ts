/**
 * Every model that is put to the real thing. To add yours:
 *
 * 1. `verify/conformance/<name>/subject.ts` exports `subject`: seeded cases, what the model predicts of each, how a
 *    case is shrunk, told and linked, and schemas of both. Nothing in it touches a machine. What is measured and never
 *    quite equal has `measured`; a model with several sides has a folder a side and says which in `aspect`.
 * 2. `verify/conformance/<model>/index.ts` exports a `Bench`: the subject, its targets, and hands that do to the real
 *    thing what a case says. In a vm, `in-batches.ts` sends many cases at a time to a program of yours.
 * 3. One line below.
 *
 * Then `npm run conform -- <model> --target vm --record` leaves `src/models/<model>/records/`, which `npm test`
 * replays, `/proof/` counts and the widget shows (`#agreement/<model>`). `npm run mutate -- <model>` says which small
 * faults the records notice; what survives is explained in `src/models/<model>/mutants.yaml`.
 */
import { nameOf } from '#conformance'
import { hideTypes, type AnyBench } from './bench.ts'
import { cgroups } from './cgroups/index.ts'
import { keptNamespaces } from './kept-namespaces/index.ts'
import { listWatch } from './list-watch/index.ts'
import { cpuTime } from './cpu-time/index.ts'
import { cpuTimeMoved } from './cpu-time-moved/index.ts'
import { cpuTimeQuotas } from './cpu-time-quotas/index.ts'
import { cpuTimeRequests } from './cpu-time-requests/index.ts'
import { namespaces } from './namespaces/index.ts'
import { outOfMemory } from './out-of-memory/index.ts'
import { reconcile } from './reconcile/index.ts'

const all: readonly AnyBench[] = [
  hideTypes(listWatch),
  hideTypes(cpuTime),
  hideTypes(cpuTimeMoved),
  hideTypes(cpuTimeQuotas),
  hideTypes(cpuTimeRequests),
  hideTypes(namespaces),
  hideTypes(outOfMemory),
  hideTypes(reconcile),
  hideTypes(keptNamespaces),
  hideTypes(cgroups),
]

export const benches: ReadonlyMap<string, AnyBench> = new Map(
  all.map((bench) => [bench(({ subject }) => nameOf(subject)), bench]),
)
