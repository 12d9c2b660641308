import { describe, expect, test } from 'vitest'
import type { Run } from '../targets/types.ts'
import { echo, fakeClock, fakeTarget, loadedOf, printed, type Answer } from './fake-target.fixture.ts'
import { hasPassed } from './index.ts'
import { replayTranscript } from './replay-transcript.ts'

async function replay(body: string, answer: Answer = echo, header = 'targets: host') {
  const { target, account } = fakeTarget(answer)
  const clock = fakeClock()
  const signal = new AbortController().signal
  const result = await replayTranscript(
    { loaded: loadedOf(body, header), target },
    { keep: false, clock, signal },
  )
  return { result, account, clock, states: result.commands.map(({ state }) => state) }
}

const dead = (ended: Run['ended'], exit?: number): Run => {
  const { exit: _, ...run } = printed('so far\n')
  return { ...run, ended, ...(exit === undefined ? {} : { exit }) }
}

const problemOf = (result: Awaited<ReturnType<typeof replay>>['result']) =>
  result.commands.flatMap((each) => (each.state === 'differs' ? [each.problem] : []))[0]

describe('commands', () => {
  test('run in order, are compared, and the session is closed once', async () => {
    const { result, account, states } = await replay('$ echo a\na\n$ echo b\n<any>\n')
    expect(states).toEqual(['verified', 'ran'])
    expect(hasPassed(result)).toBe(true)
    expect(account).toMatchObject({ commands: ['echo a', 'echo b'], closed: 1, ended: 0 })
  })

  test('the first that differs ends the transcript; the rest is named', async () => {
    const { result, account, states } = await replay('$ echo a\nb\n$ echo b\nb\n@not-run why\n$ c\n')
    expect(states).toEqual(['differs', 'not-reached', 'not-reached'])
    expect(hasPassed(result)).toBe(false)
    expect(account).toMatchObject({ commands: ['echo a'], closed: 1 })
  })

  test('names are carried through the transcript', async () => {
    const body = (second: string) => `$ echo 12\n<int:n>\n$ echo ${second}\n<int:n>\n`
    expect((await replay(body('12'))).states).toEqual(['verified', 'verified'])
    expect((await replay(body('13'))).states).toEqual(['verified', 'differs'])
  })

  test('what is not run makes no call, and alone not even a session', async () => {
    const { account, states } = await replay('@not-run the internet\n$ curl x\n')
    expect(states).toEqual(['not-run'])
    expect(account.opened).toEqual([])
  })

  test('@ran looks at the exit status alone', async () => {
    expect((await replay('@ran\n$ echo whatever\n')).states).toEqual(['ran'])
    expect((await replay('@ran\n$ x\n', () => printed('', 1))).states).toEqual(['differs'])
    expect((await replay('@ran\n$ x\n[exit 1]\n', () => printed('', 1))).states).toEqual(['ran'])
  })

  test('@unordered takes the lines in any order', async () => {
    const answer = () => printed('b\na\n')
    expect((await replay('@unordered\n$ x\na\nb\n', answer)).states).toEqual(['verified'])
    expect((await replay('$ x\na\nb\n', answer)).states).toEqual(['differs'])
  })

  test('@when chooses by the facts of the probe', async () => {
    const body = '$ echo v1\nnone\n@when cgroup=v1\nv1\n@when cgroup=v2\nv2\n'
    expect((await replay(body)).states).toEqual(['verified'])
    const { result } = await replay('$ echo v1\n@when cgroup=v2\nv2\n')
    expect(problemOf(result)).toMatchObject({ kind: 'mismatch', mismatch: { kind: 'no-expectation' } })
  })

  test('each command has its own time limit, its step’s, the header’s, or 10 s', async () => {
    const { account } = await replay(
      '$ echo a\na\n@timeout 3s\n$ echo b\nb\n',
      echo,
      'targets: host\ntimeout: 20s',
    )
    expect(account.timeouts).toEqual([20_000, 3_000])
    expect((await replay('$ echo a\na\n')).account.timeouts).toEqual([10_000])
  })
})

describe('@until', () => {
  const after = (tries: number, output: string): Answer => {
    let count = 0
    return () => printed((count += 1) >= tries ? output : 'not yet\n')
  }

  test('tries again after 250 ms, then half as long again, and counts', async () => {
    const { result, clock } = await replay('@until 60s\n$ x\ndone\n', after(9, 'done\n'))
    expect(clock.slept).toEqual([250, 375, 562.5, 843.75, 1265.625, 1898.4375, 2_000, 2_000])
    expect(result.commands[0]).toMatchObject({
      state: 'verified',
      did: { tries: 9, milliseconds: 9_195.3125 },
    })
  })

  test('the last try comes when time is up', async () => {
    const { result, clock } = await replay('@until 1s\n$ x\ndone\n', after(99, ''))
    expect(clock.slept).toEqual([250, 375, 375])
    expect(result.commands[0]).toMatchObject({ state: 'differs', tries: 4 })
  })

  test('a try that fails binds no names', async () => {
    let count = 0
    const answer: Answer = (command) =>
      command === 'y' ? printed('2\n') : printed((count += 1) < 2 ? '1\nbad\n' : '2\nok\n')
    const { states } = await replay('@until 5s\n$ x\n<int:n>\nok\n$ y\n<int:n>\n', answer)
    expect(states).toEqual(['verified', 'verified'])
  })

  test.for(['timeout', 'lost', 'incomplete', 'shell-ended'] as const)(
    'after “%s” there is no other try',
    async (ended) => {
      const { account } = await replay('@until 5s\n$ x\ndone\n', () => dead(ended, 0))
      expect(account.commands).toHaveLength(1)
    },
  )

  test('without it there is one try, and it is not counted', async () => {
    const { result, clock } = await replay('$ x\ndone\n', after(1, 'done\n'))
    expect(clock.slept).toEqual([])
    expect(result.commands[0]).not.toHaveProperty('did.tries')
  })
})

describe('how a command ends', () => {
  const exiting: Answer = (command) =>
    command === 'exit 7'
      ? { ...dead('shell-ended', 7), output: Buffer.alloc(0) }
      : echo(command, { timeout: 0 })

  test('the last may end the shell, with its status', async () => {
    expect((await replay('$ echo a\na\n$ exit 7\n[exit 7]\n', exiting)).states).toEqual([
      'verified',
      'verified',
    ])
    expect(problemOf((await replay('$ exit 7\n', exiting)).result)).toMatchObject({
      mismatch: { kind: 'exit' },
    })
  })

  test('another may not, even as expected', async () => {
    const { result, states } = await replay('$ exit 7\n[exit 7]\n$ echo a\na\n', exiting)
    expect(states).toEqual(['differs', 'not-reached'])
    expect(problemOf(result)).toEqual({ kind: 'shell-ended', exit: 7 })
  })

  test.for(['timeout', 'lost', 'incomplete'] as const)(
    '“%s” differs, with what was printed so far',
    async (ended) => {
      const { result } = await replay('@timeout 2s\n$ x\nso far\n$ echo a\na\n', () => dead(ended))
      expect(result.commands[0]).toMatchObject({
        state: 'differs',
        problem: { kind: ended },
        output: 'so far\n',
      })
      expect(result.commands[1]).toMatchObject({ state: 'not-reached' })
    },
  )

  test('what could not be kept can’t be compared, not even by “...”; @ran needs none of it', async () => {
    const long: Answer = () => ({ ...printed('x\n'), dropped: 5 })
    expect(problemOf((await replay('$ x\n...\n', long)).result)).toEqual({ kind: 'too-long', dropped: 5 })
    const { result } = await replay('@ran\n$ x\n', long)
    expect(result.commands[0]).toMatchObject({ state: 'ran', did: { dropped: 5 } })
  })

  test('bytes that are no text, and no newline at the end', async () => {
    const answer: Answer = () => ({ ...printed(''), output: Buffer.from([0x61, 0xff, 0x62]) })
    const { result } = await replay('$ x\na\ufffdb\n', answer)
    expect(result.commands[0]).toMatchObject({
      state: 'verified',
      did: { output: 'a\ufffdb', unterminated: true },
    })
  })
})

describe('secrets', () => {
  const everything = async (body: string, answer: Answer = echo) =>
    JSON.stringify((await replay(body, answer)).result.commands)
  const tell: Answer = (command) =>
    printed(command === 'cat' ? 'token=hunter22\n' : command === 'again' ? 'x hunter22\n' : 'ok\n')

  test('are gone where <secret> matched them, and wherever else they stand', async () => {
    const kept = await everything(
      '$ again\nx <any>\n$ cat\ntoken=<secret:t>\n$ again\nx <any>\n$ again\nx <word>\n',
      tell,
    )
    expect(kept).not.toContain('hunter')
    expect(kept).toContain('token=•••')
  })

  test('are compared all the same', async () => {
    const answers = ['token=hunter22\n', 'token=hunter33\n']
    const { states } = await replay('$ cat\ntoken=<secret:t>\n$ cat\ntoken=<secret:t>\n', () =>
      printed(answers.shift()!),
    )
    expect(states).toEqual(['verified', 'differs'])
  })

  test('are not told by a command that differs', async () => {
    expect(await everything('$ cat\nkey=<secret>\n', tell)).not.toContain('hunter')
    expect(await everything('$ cat\ntoken=<secret>\n$ again\ny\n', tell)).not.toContain('hunter')
  })

  test('are not guessed from a text that the transcript itself shows', async () => {
    expect(await everything('$ echo open\n<secret>\n$ echo open door\nopen door\n')).toContain(
      '"open door\\n"',
    )
  })

  test('a failure does not print what must not be published', async () => {
    const pem = `-----BEGIN ${'PRIVATE KEY'}-----\n`
    expect(await everything('$ x\ny\n', () => printed(pem))).not.toContain('BEGIN')
  })
})

describe('the session', () => {
  const run = async (options: Parameters<typeof fakeTarget>[1], answer: Answer = echo) => {
    const { target, account } = fakeTarget(answer, options)
    const signal = new AbortController().signal
    const loaded = loadedOf('$ echo a\na\n')
    const result = await replayTranscript({ loaded, target }, { keep: true, clock: fakeClock(), signal })
    return { result, account }
  }

  test('what is left over fails, whatever was printed', async () => {
    const leftovers = [{ kind: 'process', name: 'sleep', maker: 'demo/a' }]
    const { result } = await run({ closing: { leftovers } })
    expect(result.leftovers).toEqual(leftovers)
    expect(hasPassed(result)).toBe(false)
  })

  test('--keep is passed on, and the way in comes back', async () => {
    const { result, account } = await run({ closing: { leftovers: [], enter: 'nsenter …' } })
    expect(account.opened[0]?.keep).toBe(true)
    expect(result.enter).toBe('nsenter …')
  })

  test('a sandbox that can’t be made is a fault, in words', async () => {
    const open = () => {
      throw new Error('no room')
    }
    const { result } = await run({ open })
    expect(result).toMatchObject({ fault: 'no room', commands: [] })
    expect(hasPassed(result)).toBe(false)
  })

  test('a target that can’t be probed is a fault too, and its session is closed', async () => {
    const { target, account } = fakeTarget(echo)
    target.probe = () => Promise.reject(new Error('no boot'))
    const signal = new AbortController().signal
    const loaded = loadedOf('$ echo a\na\n')
    const result = await replayTranscript({ loaded, target }, { keep: false, clock: fakeClock(), signal })
    expect(result).toMatchObject({ fault: 'no boot', commands: [] })
    expect(account).toMatchObject({ commands: [], closed: 1 })
  })

  test('an engine that breaks closes the session', async () => {
    const { result, account } = await run({}, () => Promise.reject(new Error('the pipe broke')))
    expect(result.fault).toBe('the pipe broke')
    expect(account.closed).toBe(1)
  })

  test('is closed at once when the run is stopped, and the transcript has not passed', async () => {
    const controller = new AbortController()
    let answer = (_: Run) => {}
    const { target, account } = fakeTarget(() => new Promise((resolve) => (answer = resolve)))
    const body = '$ sleep 100\n$ echo b\nb\n'
    const replaying = replayTranscript(
      { loaded: loadedOf(body), target },
      { keep: false, clock: fakeClock(), signal: controller.signal },
    )
    await new Promise((resolve) => setTimeout(resolve, 5))
    controller.abort()
    await new Promise((resolve) => setTimeout(resolve, 5))
    expect(account.closed).toBe(1)
    answer(dead('lost'))
    const result = await replaying
    expect(result.stopped).toBe(true)
    expect(hasPassed(result)).toBe(false)
    expect(account.commands).toEqual(['sleep 100'])
  })
})
