import { expect, test } from 'vitest'
import { findChromium, findProgram } from './index.ts'

const only =
  (...files: string[]) =>
  (file: string) =>
    files.includes(file)

test('names are tried in order, each in every folder of the PATH', () => {
  const env = { PATH: '/a:/b' }
  expect(findProgram(['x', 'y'], env, only('/a/y', '/b/x'))).toBe('/b/x')
  expect(findProgram(['x'], env, only('/c/x'))).toBeUndefined()
})

test('system folders are searched even where the PATH lacks them', () => {
  expect(findProgram(['nft'], { PATH: '/usr/bin' }, only('/usr/sbin/nft'))).toBe('/usr/sbin/nft')
})

test('NODEBOOK_CHROMIUM is the only one looked at when it is set', () => {
  const everywhere = only('/usr/bin/chromium', '/opt/chrome')
  expect(findChromium({ PATH: '/usr/bin' }, everywhere)).toBe('/usr/bin/chromium')
  expect(findChromium({ PATH: '/usr/bin', NODEBOOK_CHROMIUM: '/opt/chrome' }, everywhere)).toBe('/opt/chrome')
  expect(findChromium({ PATH: '/usr/bin', NODEBOOK_CHROMIUM: '/opt/none' }, everywhere)).toBeUndefined()
})
