/** The demonstration leaves nothing of the grammar out, and its records are proof that nothing escapes. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  directives,
  headerWords,
  needs,
  operators,
  typeNames,
  type Expectation,
  type ExpectedLine,
  type Target,
} from '#transcript'
import { projectRoot } from '#verify/program/index.ts'
import { checkRecords, surveyRecords, tallySurvey } from '#verify/records/index.ts'
import { loadTranscript, type Loaded } from '#verify/replay/index.ts'

const files = globSync('*.transcript', { cwd: import.meta.dirname }).sort()
const loads = await Promise.all(
  files.map((file) => loadTranscript(join(import.meta.dirname, file), projectRoot)),
)
const demo: Loaded[] = loads.flatMap((load) => (load.ok ? [load.loaded] : []))
const steps = demo.flatMap(({ transcript }) => transcript.steps)
const commands = steps.flatMap((step) => step.commands)
const expectations: Expectation[] = commands.flatMap((command) => command.expectations)
const lines: ExpectedLine[] = expectations.flatMap((each) => each.lines)
const placeholders = lines
  .flatMap((line) => (line.kind === 'line' ? line.segments : []))
  .flatMap((segment) => (segment.kind === 'placeholder' ? [segment] : []))
const source = files.map((file) => readFileSync(join(import.meta.dirname, file), 'utf8')).join('\n')

describe('the demonstration uses', () => {
  test('every placeholder type, some with names', () => {
    expect(new Set(placeholders.map(({ type }) => type))).toEqual(new Set(typeNames))
    expect(placeholders.filter(({ name }) => name !== undefined).length).toBeGreaterThan(5)
  })

  test('every directive', () => {
    const used = [...source.matchAll(/^@(\S+)/gm)].map(([, name]) => name)
    expect(new Set(used)).toEqual(new Set(Object.keys(directives)))
  })

  test('both targets that run transcripts as they are, and every need that these know', () => {
    const targets = new Set<Target>(demo.flatMap(({ transcript }) => transcript.header.targets))
    expect(targets).toEqual(new Set(['host', 'vm']))
    const onlyInClusters = ['agents', 'dns', 'storage', 'metrics', 'docker']
    const used = new Set(demo.flatMap(({ transcript }) => transcript.header.needs.map(({ name }) => name)))
    expect(used).toEqual(new Set(Object.keys(needs).filter((name) => !onlyInClusters.includes(name))))
  })

  test('every word of the header but the one for clusters', () => {
    const used = headerWords.filter((word) => new RegExp(`^${word}:`, 'm').test(source))
    expect(used).toEqual(headerWords.filter((word) => word !== 'namespace'))
  })

  test('conditions with each operator', () => {
    const used = expectations.flatMap(({ when }) => (when ? [when.operator] : []))
    expect(new Set(used)).toEqual(new Set(operators))
  })

  test('escapes, continuation lines, gaps, blank lines, statuses', () => {
    for (const escape of ['\\$ ', '\\> ', '\\== ', '\\@', '\\[exit', '\\...', '\\\\', '\\<'])
      expect(source.split('\n').some((line) => line.includes(escape))).toBe(true)
    expect(source).toMatch(/^>$/m)
    expect(source).toMatch(/^\\$/m)
    expect(lines.some(({ kind }) => kind === 'any-lines')).toBe(true)
    expect(new Set(expectations.map(({ exit }) => exit)).size).toBeGreaterThan(3)
  })
})

describe('its records', () => {
  const checked = checkRecords(demo)

  test('hold, and both targets have some', () => {
    const names = checked
      .filter(({ state }) => state !== 'holds')
      .map(({ file, state }) => `${file}: ${state}`)
    const awaiting = names.filter((name) => name.endsWith('awaiting'))
    expect(names.filter((name) => !awaiting.includes(name))).toEqual([])
    expect(new Set(checked.filter(({ state }) => state === 'holds').map(({ target }) => target))).toEqual(
      new Set(['host', 'vm']),
    )
  })

  test('keep no secret', () => {
    const names = checked
      .flatMap((each) => ('record' in each ? each.record.commands : []))
      .filter(({ step }) => step === 'secrets')
    expect(names.length).toBeGreaterThan(0)
    for (const { output } of names) expect(output).not.toMatch(/[0-9a-f]{48}/)
  })

  test('no change to them goes unnoticed, but for what swallows by its nature', () => {
    const tally = tallySurvey(surveyRecords(checked))
    expect(tally.wrong).toEqual([])
    expect(tally.tried).toBeGreaterThan(1_000)
    const swallowers = new Set(tally.survivors.map(({ by }) => by))
    expect([...swallowers].filter((by) => by === 'nothing')).toEqual([])
  })
})
