/** The same thousand commands for each runner: as a transcript, as a script for bash, and as cram writes tests. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export const count = 1000

type Load = { command: string; output: string }

const loads = {
  builtin: { command: 'echo line', output: 'line\n' },
  external: { command: 'echo line; ls /proc/self/ns | head -2', output: 'line\ncgroup\nipc\n' },
} satisfies Record<string, Load>

export type LoadName = keyof typeof loads

const repeat = (text: string, times: number) => Array<string>(times).fill(text).join('')

const transcript = ({ command, output }: Load, times: number) =>
  `targets: host\n---\n== all\n${repeat(`$ ${command}\n${output}`, times)}`

const cram = ({ command, output }: Load) =>
  repeat(`  $ ${command}\n${output.replace(/^(?=.)/gm, '  ')}`, count)

export type Fixture = { transcript: string; one: string; script: string; cram: string }

export function writeFixture(folder: string, name: LoadName): Fixture {
  const load = loads[name]
  const files = {
    transcript: [`${name}.transcript`, transcript(load, count)],
    one: [`${name}-one.transcript`, transcript(load, 1)],
    script: [`${name}.sh`, repeat(`${load.command}\n`, count)],
    cram: [`${name}.t`, cram(load)],
  } as const
  mkdirSync(folder, { recursive: true })
  return Object.fromEntries(
    Object.entries(files).map(([key, [file, text]]) => {
      const path = join(folder, file)
      writeFileSync(path, text)
      return [key, path]
    }),
  ) as Fixture
}

/** Sixteen transcripts of some waiting and some work, to be shared among jobs. */
export function writeSixteen(folder: string): string[] {
  mkdirSync(folder, { recursive: true })
  return Array.from({ length: 16 }, (_, index) => {
    const path = join(folder, `job-${index + 1}.transcript`)
    const work = repeat('$ ls /proc/self/ns | head -1\ncgroup\n', 60)
    writeFileSync(path, `targets: host\n---\n== work\n${work}\n== wait\n$ sleep 0.2\n`)
    return path
  })
}

/** One command that says when it ran, in nanoseconds. */
export function writeClock(folder: string, target: 'host' | 'vm'): string {
  const path = join(folder, `clock-${target}.transcript`)
  writeFileSync(path, `targets: ${target}\n---\n== clock\n$ date +%s%N\n<int>\n`)
  return path
}
