/** `--junit FILE`: a suite for each transcript on a target, a case for each command. Pure. */
import type { CommandResult, Finished, Replay, Skip } from '#verify/replay/index.ts'
import { formatFailure } from './failure.ts'
import { formatProblem } from './problem.ts'

export function toJunit({ replays, skips, faults }: Finished): string {
  const suites = [...replays.map(suiteOf), ...skips.map(skippedSuite), ...faults.map(faultSuite)]
  return ['<?xml version="1.0" encoding="UTF-8"?>', '<testsuites>', ...suites, '</testsuites>', ''].join('\n')
}

function suiteOf(replay: Replay): string {
  const { id, target, started, milliseconds, commands } = replay
  const cases = commands.map((each) => caseOf(replay, each))
  const whole = wholeCase(replay)
  const count = (state: CommandResult['state']) => commands.filter((each) => each.state === state).length
  const attributes = {
    name: `${id} on ${target}`,
    tests: cases.length + whole.length,
    failures: count('differs') + whole.length,
    skipped: count('not-run') + count('not-reached'),
    timestamp: started,
    time: inSeconds(milliseconds),
  }
  return [open('testsuite', attributes), ...cases, ...whole, '  </testsuite>'].join('\n')
}

/** What no single command is to blame for. */
function wholeCase(replay: Replay): string[] {
  const text = formatFailure({ ...replay, commands: [] })
  if (text === '') return []
  return [testcase(replay, 'the sandbox', 0, element('failure', 'left over or broken', text))]
}

function caseOf(replay: Replay, result: CommandResult): string {
  const { step, index, command } = result
  const name = `${step.id} ${index + 1}: ${command.text}`
  switch (result.state) {
    case 'verified':
    case 'ran':
      return testcase(replay, name, result.did.milliseconds)
    case 'not-run':
      return testcase(replay, name, 0, element('skipped', result.reason))
    case 'not-reached':
      return testcase(replay, name, 0, element('skipped', 'not reached: a command before it differs'))
    case 'differs': {
      const text = formatProblem(replay.transcript.file, result)
      return testcase(replay, name, result.milliseconds, element('failure', result.problem.kind, text))
    }
  }
}

function skippedSuite({ id, target, why }: Skip): string {
  const name = `${id} on ${target}`
  const suite = open('testsuite', { name, tests: 1, failures: 0, skipped: 1, time: '0' })
  const only = `    <testcase${attributesOf({ classname: id, name: target, time: '0' })}>${element('skipped', why)}</testcase>`
  return [suite, only, '  </testsuite>'].join('\n')
}

function faultSuite(fault: string): string {
  const suite = open('testsuite', { name: 'a target', tests: 1, failures: 1, skipped: 0, time: '0' })
  const only = `    <testcase${attributesOf({ classname: 'a target', name: 'its end', time: '0' })}>${element('failure', fault)}</testcase>`
  return [suite, only, '  </testsuite>'].join('\n')
}

function testcase({ id, target }: Replay, name: string, milliseconds: number, inside = ''): string {
  const attributes = attributesOf({ classname: `${id} on ${target}`, name, time: inSeconds(milliseconds) })
  return inside === '' ? `    <testcase${attributes}/>` : `    <testcase${attributes}>${inside}</testcase>`
}

const element = (name: string, message: string, text = ''): string =>
  `<${name}${attributesOf({ message })}>${escape(text)}</${name}>`

const open = (name: string, attributes: Record<string, string | number>): string =>
  `  <${name}${attributesOf(attributes)}>`

const attributesOf = (attributes: Record<string, string | number>): string =>
  Object.entries(attributes)
    .map(
      ([name, value]) =>
        ` ${name}="${escape(String(value)).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')}"`,
    )
    .join('')

const inSeconds = (milliseconds: number): string => (milliseconds / 1_000).toFixed(3)

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Characters that XML 1.0 has no way to write become U+FFFD. */
export const escape = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"]/g, (each) => entities[each]!)
    .replaceAll('\r', '&#13;')
