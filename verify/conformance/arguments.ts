import { targets, type Target } from '#conformance'
import { parseArgs } from 'node:util'

export const help = `Puts random cases to a model and to the real thing, and compares what is seen.

  npm run conform                        every model where it belongs, 2,000 cases of most
  npm run conform -- namespaces
  npm run conform -- --cases 10000 --seed 7
  npm run conform -- namespaces --case 123456     one case again, by its own seed
  npm run conform -- --target vm         on the throwaway machine's kernel; vm-v1: with cgroup v1
  npm run conform -- --record            and keep what was seen beside the model
  npm run conform -- --add               and add it to what is kept: many short runs make one record
  npm run conform -- --replay            no machine: the records against the models as they stand
  npm run conform -- --json FILE         the results for other programs

Without --seed a fresh one is drawn, and printed.
Exit codes: 2 the call is wrong, 1 something differs, 3 nothing could be run, 0.`

export type Call = {
  /** by name, a side of a model with it: `cgroups-cpu` */
  readonly models: readonly string[]
  /** undefined: as many as each model has by itself */
  readonly cases: number | undefined
  readonly seed: number
  readonly single: number | undefined
  /** undefined: each model's first */
  readonly target: Target | undefined
  readonly record: boolean
  readonly add: boolean
  readonly replay: boolean
  readonly json: string | undefined
}

const wholeNumber = (text: string, name: string): number => {
  const number = Number(text)
  if (!Number.isSafeInteger(number) || number < 0 || number >= 2 ** 32)
    throw new TypeError(`--${name}: expected a whole number from 0 to 4294967295, got "${text}"`)
  return number
}

/** undefined: help is asked for. Throws a TypeError on anything that is not a call. */
export const readCall = (args: readonly string[], known: readonly string[]): Call | undefined => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      cases: { type: 'string' },
      seed: { type: 'string' },
      case: { type: 'string' },
      target: { type: 'string' },
      record: { type: 'boolean', default: false },
      add: { type: 'boolean', default: false },
      replay: { type: 'boolean', default: false },
      json: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help) return undefined
  const unknown = positionals.find((model) => !known.includes(model))
  if (unknown !== undefined) throw new TypeError(`expected a model (${known.join(', ')}), got "${unknown}"`)
  const target = targets.find((name) => name === values.target)
  if (values.target !== undefined && !target)
    throw new TypeError(`--target: expected ${targets.join(', ')}, got "${values.target}"`)
  const cases = values.cases === undefined ? undefined : wholeNumber(values.cases, 'cases')
  if (cases === 0) throw new TypeError('--cases: expected at least 1, got 0')
  return {
    models: positionals.length > 0 ? positionals : known,
    cases,
    seed: values.seed === undefined ? freshSeed() : wholeNumber(values.seed, 'seed'),
    single: values.case === undefined ? undefined : wholeNumber(values.case, 'case'),
    target,
    record: values.record || values.add,
    add: values.add,
    replay: values.replay,
    json: values.json,
  }
}

const freshSeed = (): number => Math.floor(Math.random() * 2 ** 31)
