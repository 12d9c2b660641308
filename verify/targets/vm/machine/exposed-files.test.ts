import { execFileSync } from 'node:child_process'
import { projectRoot } from '#verify/program/index.ts'
import { homedir } from 'node:os'
import { expect, test } from 'vitest'
import { exposedFiles, layOut, quote } from './exposed-files.ts'

const { paths } = exposedFiles()
const inside = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`)
const exposes = (path: string) => paths.some((each) => inside(path, each))

test.each([
  '/root',
  '/home',
  '/home/someone/.ssh/id_ed25519',
  '/var/lib',
  '/tmp',
  '/run/secrets',
  '/opt',
  homedir(),
])('%s is not exposed', (path) => expect(exposes(path)).toBe(false))

test('of the project no more than its code', () => {
  for (const hidden of ['.git/config', '.env', 'content'])
    expect(exposes(`${projectRoot}/${hidden}`)).toBe(false)
  for (const code of ['verify', 'src', 'package.json', 'node_modules'])
    expect(exposes(`${projectRoot}/${code}`)).toBe(true)
})

test('no path lies in another, so that nothing is mounted twice', () => {
  for (const path of paths) expect(paths.filter((each) => inside(path, each))).toEqual([path])
})

test('a path reaches the shell as it is', () => {
  const odd = `it's "a" $HOME \\ path`
  expect(execFileSync('sh', ['-c', `printf %s ${quote(odd)}`], { encoding: 'utf8' })).toBe(odd)
})

test('links stay links', () => {
  const lines = layOut({ paths: [], links: [{ path: '/bin', target: 'usr/bin' }] }, '/usr')
  expect(lines).toContain(`ln -s 'usr/bin' 'root/bin'`)
})
