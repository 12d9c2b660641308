import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { loadTargets } from '#verify/targets/index.ts'
import { findLeftovers } from './find-leftovers.ts'
import { drawRounds, playRound, timeRun, victims } from './index.ts'

const host = (await loadTargets(['host'])).get('host')
const available = await host?.available()
const here = available?.ok === true

describe.skipIf(!here)('a run that is killed', () => {
  let moment = 0
  beforeAll(async () => {
    moment = (await timeRun()) / 2
  }, 60_000)

  test.each(victims)('%s: nothing is left, and the next run passes', { timeout: 60_000 }, async (victim) => {
    const played = await playRound({ victim, token: `test${victim.slice(0, 2)}`, moment })
    expect(played).toMatchObject({ hit: true, faults: [] })
  })
})

describe.skipIf(process.platform !== 'linux')('the search for leftovers', () => {
  test('sees a process by its command line', async () => {
    const child = spawn('sleep', ['30'], { argv0: 'nodebook-seentok' })
    try {
      await once(child, 'spawn')
      await expect.poll(() => findLeftovers('seentok', 1)).toEqual([`process ${child.pid} (by its command)`])
    } finally {
      child.kill('SIGKILL')
    }
  })

  test('sees a folder by its run, and only by its own', () => {
    const folder = mkdtempSync(join(tmpdir(), 'nodebook-run-0-99999999-'))
    try {
      expect(findLeftovers('unseen', 99_999_999)).toEqual([expect.stringMatching(/^folder nodebook-run-0-/)])
      expect(findLeftovers('unseen', 9_999_999)).toEqual([])
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

test('the same seed draws the same rounds', () => {
  expect(drawRounds(5, 3, 900)).toEqual(drawRounds(5, 3, 900))
  expect(drawRounds(5, 3, 900)).not.toEqual(drawRounds(5, 4, 900))
})
