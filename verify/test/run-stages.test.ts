import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { failed, passed, skipped } from './outcome.ts'
import { failureLines, stageLine, summaryLines } from './report.ts'
import { runStages } from './run-stages.ts'
import { selectStages } from './select-stages.ts'
import type { Stage } from './stage.ts'
import { stages } from './stages.ts'

const stage = (name: string, needs: string[] = [], run: Stage['run'] = async () => passed(1)): Stage => ({
  name,
  about: `about ${name}`,
  needs,
  after: [],
  run,
})

const quiet = () => {}

test('no stage starts before those it comes after, and no more run than there are lanes', async () => {
  const events: string[] = []
  let running = 0
  let most = 0
  const noted = (name: string, needs: string[] = []) =>
    stage(name, needs, async () => {
      events.push(`+${name}`)
      most = Math.max(most, ++running)
      await sleep(5)
      running--
      events.push(`-${name}`)
      return passed(1)
    })
  await runStages([noted('a', ['d']), noted('b'), noted('c'), noted('d', ['b'])], 2, quiet)
  expect(most).toBe(2)
  expect(events.indexOf('+d')).toBeGreaterThan(events.indexOf('-b'))
  expect(events.indexOf('+a')).toBeGreaterThan(events.indexOf('-d'))
})

test('a stage that throws has failed, and those that need it are not reached', async () => {
  const stages = [
    stage('build', [], () => Promise.reject(new Error('no room'))),
    stage('links', ['build']),
    { ...stage('unit'), after: ['build'] },
  ]
  const finished = await runStages(stages, 1, quiet)
  const outcomes = Object.fromEntries(finished.map(({ stage, outcome }) => [stage.name, outcome]))
  expect(outcomes['build']?.failures[0]?.message).toContain('no room')
  expect(outcomes['links']).toEqual(skipped('links', 'not reached, because build failed'))
  expect(outcomes['unit']).toEqual(passed(1))
})

test('a stage may need one that was not selected', async () => {
  expect(await runStages([stage('links', ['build'])], 1, quiet)).toHaveLength(1)
})

test('stages that wait for each other are an error, not a hang', async () => {
  await expect(runStages([stage('a', ['b']), stage('b', ['a'])], 2, quiet)).rejects.toThrow('a, b')
})

test('the stages of npm test are told apart by name and wait only for stages that exist', () => {
  const names = stages.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  for (const { needs, after } of stages)
    for (const name of [...needs, ...after]) expect(names).toContain(name)
})

test('selecting', () => {
  const all = [stage('a'), stage('b'), stage('c')]
  const names = (only: string[]) => selectStages(all, only).map(({ name }) => name)
  expect(names([])).toEqual(['a', 'b', 'c'])
  expect(names(['c,a'])).toEqual(['a', 'c'])
  expect(() => names(['d'])).toThrow('--only: expected stages of a, b, c; got d.')
})

test('what is printed', () => {
  const finished = [
    { stage: stage('unit'), outcome: passed(12), milliseconds: 1234 },
    { stage: stage('build'), outcome: failed('npm run build', 'line one\nline two\n'), milliseconds: 10 },
    {
      stage: stage('browser'),
      outcome: skipped('browser checks', 'no Chromium', 'chromium'),
      milliseconds: 0,
    },
  ]
  expect(finished.map(stageLine)).toEqual([
    'ok   unit          1.2 s  12 passed, 0 failed, 0 skipped  (about unit)',
    'FAIL build         0.0 s  0 passed, 1 failed, 0 skipped  (about build)',
    'skip browser       0.0 s  0 passed, 0 failed, 1 skipped  (about browser)',
  ])
  expect(finished.flatMap(failureLines)).toEqual(['  ✗ build: npm run build', '    line one', '    line two'])
  expect(summaryLines(finished)).toEqual([
    '',
    'Skipped:',
    '  browser checks: no Chromium',
    '',
    '12 passed, 1 failed, 1 skipped',
  ])
  expect(summaryLines([])).toEqual(['', '0 passed, 0 failed, 0 skipped'])
})
