/** From what `verify --json` wrote to what drifted. Whether the machine or the transcript moved, the record tells. */
import type { Environment, ProofRecord } from '#ledger'
import type { Past } from './past.ts'
import { replays, type ReplayShape } from './shapes.ts'
import { nothingFound, type Drift, type Findings, type Moved, type PartRun } from './types.ts'

export function readReplays({ part, json, seconds }: PartRun, past: Past): Findings {
  const read = replays.parse(json)
  const found = nothingFound(part.name, seconds)
  const commands = read.replays.flatMap((each) => each.commands)
  const count = (state: (typeof commands)[number]['state']) =>
    commands.filter((each) => each.state === state).length
  return {
    ...found,
    passed: read.replays.filter(({ passed }) => passed).length,
    drifts: [
      ...read.replays.flatMap((each) => (each.passed ? [] : driftsOf(part.name, each, past))),
      ...read.faults.map((fault) => ({
        ...{ kind: 'broken' as const, part: part.name, what: 'the end of a target', detail: fault },
        todo: 'See what it left: npm run cluster -- status, npm run verify once more.',
      })),
    ],
    skips: read.skips.map(({ id, target, why }) => ({ part: part.name, what: `${id} on ${target}`, why })),
    moved: read.replays.flatMap((each) => (each.passed ? movedSince(each, past) : [])),
    environments: read.replays.flatMap(({ environment }) => environment ?? []),
    commands: { compared: count('verified'), ran: count('ran'), notRun: count('not-run') },
  }
}

/** A replay that failed is one drift, but for what it left behind. */
function driftsOf(part: string, replay: ReplayShape, past: Past): Drift[] {
  const { id, target, file, failure = '', fault, leftovers, commands } = replay
  const where = `${id} on ${target}`
  const first = commands.find(({ state }) => state === 'differs')
  const left = leftovers.map(({ kind, name, maker }): Drift => {
    const detail = `made by ${maker === '' ? id : maker}`
    const todo = `Remove it in the transcript: npm run verify -- ${id} --target ${target}`
    return { kind: 'leftover', part, what: `${where}: the ${kind} ${name} is left over`, detail, todo }
  })
  if (first === undefined && fault === undefined) return left
  const what = first ? `${where}, step "${first.step}", ${file}:${first.line}` : where
  const kind = first ? 'output' : 'broken'
  const advice = first ? adviceFor(replay, past) : `Again: npm run verify -- ${id} --target ${target}`
  return [{ kind, part, what, detail: failure, todo: advice, ...(first ? { file } : {}) }, ...left]
}

function adviceFor({ id, target, file, environment }: ReplayShape, past: Past): string {
  const again = `npm run verify -- ${id} --target ${target}`
  const record = past.recordOf(file, target)
  switch (past.stateOf(id, target)) {
    case 'holds':
      return `The machine answers otherwise than on ${dateOf(record)}${changes(record, environment)}: mend the expectation (@when, a placeholder), then ${again} --record`
    case 'differs':
      return `The record of ${dateOf(record)} does not fit either: the expectation was changed since. Mend it, then ${again}`
    case 'stale':
      return `The commands were changed after the record of ${dateOf(record)}. Mend the expectation, then ${again} --record`
    case 'awaiting':
    case 'unreadable':
    case undefined:
      return `It has never been recorded on ${target}. Mend it, then ${again} --record`
  }
}

const dateOf = (record: ProofRecord | undefined): string => record?.started.slice(0, 10) ?? 'before'

const changes = (record: ProofRecord | undefined, now: Environment | undefined): string => {
  const found = record && now ? differences(record.environment, now) : []
  return found.length === 0
    ? ''
    : ` (${found.map(({ name, from, to }) => `${name} ${from} → ${to}`).join(', ')})`
}

/** A transcript that still passes, on something else than it was recorded on. */
function movedSince({ id, target, file, environment }: ReplayShape, past: Past): Moved[] {
  const record = past.recordOf(file, target)
  if (!record || !environment) return []
  return differences(record.environment, environment).map(({ name, from, to }) => ({
    what: `${id} on ${target}: ${name}`,
    from,
    to,
  }))
}

function differences(before: Environment, now: Environment): { name: string; from: string; to: string }[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])] as (keyof Environment)[]
  const tell = (value: Environment[keyof Environment]): string =>
    typeof value === 'object' ? value.version : (value ?? 'none')
  return names
    .map((name) => ({ name, from: tell(before[name]), to: tell(now[name]) }))
    .filter(({ from, to }) => from !== to)
}
