/** Tells how far a run is: on a terminal one line that lives, elsewhere a plain line for each transcript. */
import { stripVTControlCharacters } from 'node:util'
import { hasPassed, type Replay, type Task, type Watcher } from '#verify/replay/index.ts'
import { formatFailure } from './failure.ts'
import { printable } from './problem.ts'
import { resultLine } from './summary.ts'

export type Screen = { isTTY: boolean; columns: number; write(text: string): void }

export type Progress = Required<Watcher> & {
  /** A line above the live one. */
  line(text: string): void
  /** Takes the live line away. */
  end(): void
}

/** Milliseconds between two drawings: more is flicker, and costs the replay. */
const pace = 80

export function createProgress(screen: Screen, total: number, now = () => performance.now()): Progress {
  const running = new Map<Task, number>()
  let finished = 0
  let drawn = -Infinity
  let shown = false

  const clear = () => {
    if (shown) screen.write('\r\x1b[K')
    shown = false
  }
  const draw = () => {
    if (!screen.isTTY || now() - drawn < pace) return
    drawn = now()
    shown = true
    screen.write(`\r\x1b[K${liveLine(running, finished, total).slice(0, screen.columns - 1)}`)
  }
  const line = (text: string) => {
    clear()
    screen.write(`${text}\n`)
  }
  return {
    line,
    end: clear,
    started(task) {
      running.set(task, 0)
      draw()
    },
    command(task, place) {
      running.set(task, place)
      draw()
    },
    finished(task: Task, replay: Replay) {
      running.delete(task)
      finished += 1
      line(resultLine(replay))
      if (!hasPassed(replay)) line(`\n${formatFailure(replay)}\n`)
      if (replay.enter !== undefined) line(`      kept; enter with: ${replay.enter}`)
      draw()
    },
  }
}

function liveLine(running: ReadonlyMap<Task, number>, finished: number, total: number): string {
  const parts = [...running].map(([{ loaded, target }, place]) => {
    const commands = loaded.transcript.steps.flatMap((step) => step.commands)
    const text = printable(stripVTControlCharacters(commands[place]?.text.split('\n')[0] ?? ''))
    return `${loaded.id} on ${target.name} ${place + 1}/${commands.length}  $ ${text}`
  })
  return `${finished}/${total}  ${parts.join('  |  ')}`
}
