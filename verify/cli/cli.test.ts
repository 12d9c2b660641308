/** The program as a whole: what needs no sandbox anywhere, the rest where this machine can make one. */
import { spawn } from 'node:child_process'
import {
  chmodSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, test } from 'vitest'
import { projectRoot, runProgram } from '#verify/program/index.ts'
import { loadTargets } from '#verify/targets/index.ts'

const root = mkdtempSync(join(tmpdir(), 'nodebook-cli-'))
// Root's sandboxes are a stranger's: their folder must be one that strangers may pass.
chmodSync(root, 0o755)
afterAll(() => rmSync(root, { recursive: true }))

const host = (await loadTargets(['host'])).get('host')
const hasHost = (await host?.available())?.ok === true

const cli = join(projectRoot, 'verify/cli.ts')
const bare = {
  ...{ NODEBOOK_REQUIRE: undefined, INIT_CWD: undefined },
  ...{ NODEBOOK_CLUSTER: 'no-such', NODEBOOK_DISPOSABLE: undefined },
}
const verify = (args: readonly string[], env: Record<string, string> = {}) =>
  runProgram(process.execPath, [cli, ...args], {
    cwd: root,
    timeout: 60_000,
    // A cluster that is up here must not change what is tested.
    env: { ...bare, ...env },
  })

function write(name: string, body: string, header = 'targets: host'): string {
  const file = join(mkdtempSync(join(root, 'case-')), `${name}.transcript`)
  writeFileSync(file, `${header}\n---\n== one\n${body}`)
  return file
}

describe('without a machine', () => {
  test('--help says what there is', async () => {
    const { code, stdout } = await verify(['--help'])
    expect(code).toBe(0)
    expect(stdout).toContain('--shard i/n')
  })

  test.for([
    [['--colour'], "Unknown option '--colour'"],
    [['no-such-chapter'], 'There is no chapter, transcript or path "no-such-chapter"'],
    [['--target', 'moon'], '--target: expected host, vm, k3s or auto'],
  ] as const)('%s is a wrong call', async ([args, message]) => {
    const { code, stderr } = await verify(args)
    expect(code).toBe(2)
    expect(stderr).toContain(message)
  })

  test('a requirement that is misspelt is a wrong call', async () => {
    const { code, stderr } = await verify(['--list'], { NODEBOOK_REQUIRE: 'hots' })
    expect([code, stderr]).toEqual([2, expect.stringContaining('NODEBOOK_REQUIRE')])
  })

  test('a transcript with a fault says where, and nothing is run', async () => {
    const { code, stdout, stderr } = await verify([write('bad', '$ echo a\n<int:A>\n')])
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/bad\.transcript:5:\d+ {2}expected/)
  })

  test('a target that does not exist here: 3 by name, and 3 where nothing else could be run', async () => {
    const file = write('far', '$ kubectl get pods\n', 'targets: k3s')
    const { code, stdout } = await verify([file, '--target', 'k3s'])
    expect(code).toBe(3)
    expect(stdout).toMatch(/far on k3s: .* is missing\./)
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('0 passed, 0 failed, 1 skipped')
    expect((await verify([file])).code).toBe(3)
  })

  test('--list and --offline know what awaits proof', async () => {
    const file = write('a', '$ echo a\na\n')
    expect((await verify(['--list', file])).stdout).toMatch(/^case-\w+\/a {2}1 commands; host awaiting\n$/)
    const { code, stdout } = await verify(['--offline', file])
    expect(code).toBe(3)
    expect(stdout).toContain('0 passed, 0 failed, 1 skipped')
  })
})

describe.skipIf(!hasHost)('on this machine', () => {
  test('passes, fails, is required, is sharded', async () => {
    const good = write('good', '$ echo a\na\n')
    const bad = write('bad', '$ echo a\nb\n')
    expect((await verify([good])).code).toBe(0)
    const both = await verify([good, bad])
    expect(both.code).toBe(1)
    expect(both.stdout.trimEnd().split('\n').at(-1)).toBe('1 passed, 1 failed, 0 skipped')
    const shards = await Promise.all(['1/2', '2/2'].map((part) => verify([good, bad, '--shard', part])))
    expect(shards.map(({ code }) => code).sort()).toEqual([0, 1])
    const far = write('both', '$ echo a\na\n', 'targets: host, k3s')
    expect((await verify([far])).code).toBe(0)
    expect((await verify([far], { NODEBOOK_REQUIRE: 'k3s' })).code).toBe(3)
  })

  test('records, leaves alone what says the same, matches offline, mutates', async () => {
    const file = write('kept', '$ echo $$ is a pid\n<int> is a pid\n')
    const record = join(file, '../records/kept.host.json')
    expect((await verify([file, '--record'])).stdout).toContain('recorded in')
    const first = readFileSync(record, 'utf8')
    expect((await verify([file, '--record'])).stdout).not.toContain('recorded in')
    expect(readFileSync(record, 'utf8')).toBe(first)
    expect((await verify([file, '--refresh'])).stdout).toContain('recorded in')
    expect(readFileSync(record, 'utf8')).not.toBe(first)
    expect((await verify(['--offline', file])).code).toBe(0)
    const mutated = await verify(['--mutate', file])
    expect([mutated.code, mutated.stdout]).toEqual([0, expect.stringContaining('1 passed, 0 failed')])
    writeFileSync(file, readFileSync(file, 'utf8').replace('is a pid', 'is one'))
    const stale = await verify(['--offline', file])
    expect([stale.code, stale.stdout]).toEqual([1, expect.stringContaining('stale')])
  })

  test('writes JSON and JUnit where it is asked to, and says so where it can’t', async () => {
    const file = write('files', '$ echo a\na\n')
    expect((await verify([file, '--json', 'o.json', '--junit', 'o.xml'])).code).toBe(0)
    expect(JSON.parse(readFileSync(join(root, 'o.json'), 'utf8'))).toMatchObject({ exit: 0 })
    expect(readFileSync(join(root, 'o.xml'), 'utf8')).toContain('<testsuite ')
    mkdirSync(join(root, 'folder.json'))
    const { code, stderr } = await verify([file, '--json', 'folder.json'])
    expect([code, stderr]).toEqual([1, expect.stringContaining('folder.json was not written')])
  })

  test('a reader that goes is no crash', async () => {
    const file = write('pipe', '$ echo a\na\n')
    const { stdout, stderr } = await runProgram('bash', [
      '-c',
      '"$@" | true; echo ${PIPESTATUS[0]}',
      '-',
      process.execPath,
      cli,
      file,
    ])
    expect([stdout, stderr]).toEqual(['0\n', ''])
  })

  test('Ctrl-C closes the session and exits 130', async () => {
    const file = write('slow', '@timeout 60s\n$ echo > here; sleep 60\n')
    const child = spawn(process.execPath, [cli, file], {
      cwd: root,
      stdio: 'ignore',
      env: { ...process.env, TMPDIR: root },
    })
    const ended = new Promise((resolve) => child.once('close', resolve))
    // The file that the command writes shows that it runs; before, there is no session to close.
    const begun = () => globSync('nodebook-run-*/*/work/here', { cwd: root }).length > 0
    for (let wait = 0; wait < 200 && !begun(); wait += 1) await sleep(50)
    child.kill('SIGINT')
    expect(await ended).toBe(130)
    expect(runFolders()).toEqual([])
  })
})

const runFolders = (): string[] =>
  readdirSync(root)
    .filter((name) => name.startsWith('nodebook-run-'))
    .map((name) => join(root, name))
