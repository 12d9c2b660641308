/** The parts of a night, each with the words that a person would type. Pure. */
import type { Target as ConformTarget } from '#conformance'
import type { Target as TargetName } from '#transcript'
import { targetWords, type Call } from './arguments.ts'
import type { Part } from './types.ts'

export type Model = {
  name: string
  targets: readonly ConformTarget[]
  /** How many a run has by itself. */
  cases: number
  measured: boolean
}

/** So few cases say nothing. */
const fewest = 20

/** The long ones first. */
export function planParts(call: Call, models: readonly Model[]): Part[] {
  const replayed = (['vm', 'host', 'k3s'] as const).filter((target) => call.targets.includes(target))
  const compared = models.filter(({ name }) => call.models === undefined || call.models.includes(name))
  return [
    ...replayed.flatMap((target) => replays(call, target)),
    ...(replayed.length > 0 ? [records(call, replayed)] : []),
    ...(call.share === 0 ? [] : compared.flatMap((model) => comparisons(call, model))),
  ]
}

/** Transcripts that need a cluster for themselves know of no other shard, so its replay is one part. */
function replays(call: Call, target: TargetName): Part[] {
  const of = target === 'k3s' ? 1 : call.shards
  return Array.from({ length: of }, (_, index) => ({
    kind: 'replay',
    target,
    name: `replay on ${target}${of === 1 ? '' : ` ${index + 1}/${of}`}`,
    program: 'verify/cli.ts',
    words: [
      ...call.words,
      ...['--target', target],
      ...(of === 1 ? [] : ['--shard', `${index + 1}/${of}`]),
      ...(call.record && !(target === 'k3s' && call.kubeconfig !== undefined) ? ['--record'] : []),
      ...(target === 'k3s' && call.kubeconfig !== undefined
        ? ['--kubeconfig', call.kubeconfig, '--yes-this-cluster-is-disposable']
        : []),
    ],
    alone: false,
  }))
}

const records = ({ words }: Call, replayed: readonly TargetName[]): Part => ({
  ...{ kind: 'records', name: 'records', program: 'verify/cli.ts' },
  words: [...words, '--offline', ...(replayed.length < 3 ? ['--target', replayed.join(',')] : [])],
  alone: false,
})

const comparisons = (call: Call, { name, targets, cases, measured }: Model): Part[] =>
  targets
    .filter((target) => call.targets.includes(target))
    .map((target) => ({
      ...{ kind: 'conform', model: name, target, name: `${name} on ${target}` },
      program: 'verify/conformance/run.ts',
      words: [
        ...[name, '--target', target, '--seed', String(call.seed)],
        ...['--cases', String(Math.max(fewest, Math.ceil(cases * call.share)))],
      ],
      alone: measured,
    }))

/** Only a night that left nothing out by its call is kept for the page that says so. */
export const isWhole = ({ words, targets, models, share, kubeconfig }: Call): boolean =>
  words.length === 0 &&
  targets.length === targetWords.length &&
  models === undefined &&
  share > 0 &&
  kubeconfig === undefined
