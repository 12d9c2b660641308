/** The words of a call, read strictly. */
import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { targets as targetNames, type Target as TargetName } from '#transcript'

/** The call is wrong: exit code 2. */
export class CallError extends Error {}

export type Mode = 'replay' | 'list' | 'offline' | 'mutate' | 'enter' | 'help'

export type Call = {
  mode: Mode
  words: readonly string[]
  targets: readonly TargetName[] | 'auto'
  /** `all` renews records that still say the same. */
  record: 'none' | 'changed' | 'all'
  shard: readonly [part: number, of: number]
  jobs: number
  keep: boolean
  bail: boolean
  json?: string
  junit?: string
  /** Of a cluster that exists, and that its owner lets be broken. */
  kubeconfig?: string
}

const options = {
  target: { type: 'string', default: 'auto' },
  record: { type: 'boolean', default: false },
  refresh: { type: 'boolean', default: false },
  shard: { type: 'string', default: '1/1' },
  jobs: { type: 'string' },
  json: { type: 'string' },
  junit: { type: 'string' },
  kubeconfig: { type: 'string' },
  'yes-this-cluster-is-disposable': { type: 'boolean', default: false },
  list: { type: 'boolean', default: false },
  keep: { type: 'boolean', default: false },
  mutate: { type: 'boolean', default: false },
  offline: { type: 'boolean', default: false },
  bail: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const

export function readArguments(argv: readonly string[]): Call {
  const { values, positionals } = parse(argv)
  const entering = positionals[0] === 'enter'
  const modes = (['help', 'list', 'offline', 'mutate'] as const).filter((mode) => values[mode])
  if (modes.length > 1 && !values.help)
    throw new CallError(`Expected one of --list, --offline and --mutate, got --${modes.join(' and --')}.`)
  const [mode = entering ? 'enter' : 'replay'] = modes
  if (mode === 'enter' && positionals.length !== 2)
    throw new CallError('Expected one transcript to enter: npm run verify -- enter <chapter/transcript>')
  const { json, junit } = values
  const kubeconfig = readKubeconfig(values)
  return {
    mode,
    words: entering ? positionals.slice(1) : positionals,
    targets: readTargets(values.target),
    record: values.refresh ? 'all' : values.record ? 'changed' : 'none',
    shard: readShard(values.shard),
    jobs: values.jobs === undefined ? availableParallelism() : readCount('--jobs', values.jobs),
    keep: values.keep,
    bail: values.bail,
    ...(json === undefined ? {} : { json }),
    ...(junit === undefined ? {} : { junit }),
    ...(kubeconfig === undefined ? {} : { kubeconfig }),
  }
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options, strict: true, allowPositionals: true })
  } catch (error) {
    const flags = Object.keys(options).map((name) => `--${name}`)
    throw new CallError(`${(error as Error).message.split('. ')[0]}. There are ${flags.join(', ')}.`)
  }
}

type Named = {
  kubeconfig?: string | undefined
  'yes-this-cluster-is-disposable': boolean
  record: boolean
  refresh: boolean
}

/** Absolute, for npm moves to the project. Whoever names a cluster says that it may be broken. */
function readKubeconfig({ kubeconfig, record, refresh, ...rest }: Named): string | undefined {
  const disposable = rest['yes-this-cluster-is-disposable']
  if (kubeconfig === undefined) {
    if (disposable)
      throw new CallError('--yes-this-cluster-is-disposable: expected --kubeconfig FILE with it.')
    return undefined
  }
  if (!disposable)
    throw new CallError(
      '--kubeconfig: transcripts make and delete namespaces there, and some are its administrators. Add --yes-this-cluster-is-disposable if it may be broken.',
    )
  if (record || refresh)
    throw new CallError(
      '--kubeconfig: expected no --record, for a record names the binary that ran, and of this cluster nobody here can say.',
    )
  const file = resolve(process.env['INIT_CWD'] ?? '', kubeconfig)
  if (!existsSync(file)) throw new CallError(`--kubeconfig: expected a file, found none at ${kubeconfig}.`)
  return file
}

function readTargets(text: string): readonly TargetName[] | 'auto' {
  if (text === 'auto') return 'auto'
  const words = text.split(',')
  const known = targetNames.filter((name) => words.includes(name))
  if (known.length !== new Set(words).size)
    throw new CallError(`--target: expected ${targetNames.join(', ')} or auto, got ${JSON.stringify(text)}.`)
  return known
}

function readShard(text: string): readonly [number, number] {
  const [, part, of] = /^([1-9]\d{0,4})\/([1-9]\d{0,4})$/.exec(text) ?? []
  if (part === undefined || of === undefined || Number(part) > Number(of))
    throw new CallError(`--shard: expected i/n, such as 1/4, got ${JSON.stringify(text)}.`)
  return [Number(part), Number(of)]
}

function readCount(flag: string, text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text))
    throw new CallError(`${flag}: expected 1 or more, got ${JSON.stringify(text)}.`)
  return Number(text)
}
