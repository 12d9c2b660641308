import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

export const help = `Does once what the book claims: a cluster comes up, every transcript is replayed on every target that it names, every model
is put to the real thing with a fresh seed, the cluster goes down, and a report says what drifted since the last record.

  npm run nightly                       the whole book
  npm run nightly -- namespaces         a chapter, a transcript or a path; models by --models
  npm run nightly -- --shards 4         so many parts at a time
  npm run nightly -- --record           keeps fresh records of what passed, and this run for /proof/

  --out DIR           where report.json, report.md and report.xml go (.cache/nightly)
  --seed S            that of the cases; without it a fresh one is drawn, and told
  --share F           of each model's usual number of cases (0.1); 0 leaves them all out
  --models A,B        these models alone
  --targets A,B       of host, vm, vm-v1, k3s: these alone
  --agents N          of the cluster that is brought up (2)
  --k3s-version V     of that cluster, instead of the pin
  --with WORDS, --images DIR   as npm run cluster -- up has them
  --kubeconfig FILE --yes-this-cluster-is-disposable   a cluster that exists, instead of one of its own

Exit code, the first that applies: 2 the call is wrong, 1 something drifted, 3 nothing could be run, 0.`

export class CallError extends Error {}

export const targetWords = ['host', 'vm', 'vm-v1', 'k3s'] as const
export type TargetWord = (typeof targetWords)[number]

export type Call = {
  words: readonly string[]
  shards: number
  record: boolean
  out: string
  seed: number
  share: number
  /** undefined: all of them */
  models: readonly string[] | undefined
  targets: readonly TargetWord[]
  agents: string
  /** Passed to `cluster up` as they are. */
  up: readonly string[]
  kubeconfig: string | undefined
}

const options = {
  shards: { type: 'string', default: '1' },
  record: { type: 'boolean', default: false },
  out: { type: 'string', default: '.cache/nightly' },
  seed: { type: 'string' },
  share: { type: 'string', default: '0.1' },
  models: { type: 'string' },
  targets: { type: 'string' },
  agents: { type: 'string', default: '2' },
  'k3s-version': { type: 'string' },
  with: { type: 'string' },
  images: { type: 'string' },
  kubeconfig: { type: 'string' },
  'yes-this-cluster-is-disposable': { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const

/** undefined: help is asked for. */
export function readCall(argv: readonly string[], models: readonly string[]): Call | undefined {
  const { values, positionals } = parse(argv)
  if (values.help) return undefined
  if (values.kubeconfig !== undefined && !values['yes-this-cluster-is-disposable'])
    throw new CallError(
      '--kubeconfig: a night makes and deletes namespaces there, and is its administrator. Add --yes-this-cluster-is-disposable if it may be broken.',
    )
  const passed = (['k3s-version', 'with', 'images'] as const).flatMap((name) => {
    const value = values[name]
    return value === undefined ? [] : [`--${name}`, value]
  })
  return {
    words: positionals,
    shards: readNumber('shards', values.shards, { least: 1, most: 64, whole: true }),
    record: values.record,
    out: values.out,
    seed: readNumber('seed', values.seed ?? String(freshSeed()), {
      least: 0,
      most: 2 ** 32 - 1,
      whole: true,
    }),
    share: readNumber('share', values.share, { least: 0, most: 100, whole: false }),
    models: values.models === undefined ? undefined : readList('models', values.models, models),
    targets: values.targets === undefined ? targetWords : readList('targets', values.targets, targetWords),
    agents: values.agents,
    up: passed,
    kubeconfig:
      values.kubeconfig === undefined ? undefined : resolve(process.env['INIT_CWD'] ?? '', values.kubeconfig),
  }
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true })
  } catch (error) {
    throw new CallError((error as Error).message)
  }
}

type Range = { least: number; most: number; whole: boolean }

function readNumber(name: string, text: string, { least, most, whole }: Range): number {
  const number = Number(text)
  if (text !== '' && number >= least && number <= most && (!whole || Number.isInteger(number))) return number
  throw new CallError(
    `--${name}: expected a ${whole ? 'whole ' : ''}number from ${least} to ${most}, got "${text}".`,
  )
}

function readList<T extends string>(name: string, text: string, known: readonly T[]): T[] {
  const words = text.split(',')
  const unknown = words.filter((word) => !(known as readonly string[]).includes(word))
  if (unknown.length === 0) return known.filter((word) => words.includes(word))
  throw new CallError(`--${name}: expected words of ${known.join(', ')}; got ${unknown.join(', ')}.`)
}

const freshSeed = (): number => Math.floor(Math.random() * 2 ** 31)
