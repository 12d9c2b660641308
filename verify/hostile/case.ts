/** A transcript that means ill, or is merely careless, and what exactly must come of each of its commands. */
import type { Ending } from '#verify/targets/types.ts'

/** As text, as bytes, or as an expression where bash puts its line number or time decides how much is printed. */
export type Expected = string | RegExp | Uint8Array

export type Step = {
  command: string
  ended: Ending
  output: Expected
  exit?: number
  dropped?: number
  /** Milliseconds; 5 s where nothing is said. */
  timeout?: number
}

export type Case = {
  name: string
  /** Words of the header's `needs:`. */
  needs?: string
  steps: readonly Step[]
}

export const says = (command: string, output: Expected = '', exit = 0): Step => ({
  command,
  ended: 'done',
  output,
  exit,
})

/** The shell goes with it. */
export const ends = (command: string, output: Expected, exit: number): Step => ({
  command,
  ended: 'shell-ended',
  output,
  exit,
})

export const neverEnds = (command: string, output: Expected = '', timeout = 250): Step => ({
  command,
  ended: 'timeout',
  output,
  timeout,
})

/** bash would wait for more of it, so it is never fed. */
export const incomplete = (command: string, complaint: RegExp): Step => ({
  command,
  ended: 'incomplete',
  output: complaint,
})

/** What any command says once the sandbox is gone. */
export const lost = (command = 'echo still here'): Step => ({ command, ended: 'lost', output: '' })
