/**
 * Drives one persistent bash: feeds it commands as they are written, learns from its reports when each has ended, and
 * takes what was printed up to then. Exact, because bash waits for its next command while the output is drained.
 */
import { randomUUID } from 'node:crypto'
import { closeSync } from 'node:fs'
import { shellSettings } from '#ledger/shell-settings.ts'
import type { Channels } from './channels.ts'
import { createCollector, type Collected } from './collect-output.ts'
import { readFifo } from './read-fifo.ts'
import { prepareLine, readMessage, reportLine, restoreLine, type Preparation } from './report.ts'
import { createMarkSplitter } from './split-marks.ts'
import { stripEcho } from './strip-echo.ts'
import { writeFifo } from './write-fifo.ts'

export type ShellRun = Collected & { milliseconds: number } & (
    { ended: 'done' | 'shell-ended'; exit: number } | { ended: 'timeout' | 'lost' }
  )

export type Shell = {
  /** Resolves when bash awaits its first command; rejects with the sandbox's fault. */
  ready: Promise<void>
  run(text: string, timeout: number): Promise<ShellRun>
  /** The sandbox is gone, whether asked to or not. */
  lost(): void
  close(): void
}

const longestLine = 4_096
/** A sandbox with fourteen hierarchies in an emulated machine takes long to make, on a busy one very long. */
const patience = 120_000

type News = { kind: 'done'; status: number } | { kind: 'end'; status: number } | { kind: 'lost' | 'timeout' }

/** `kill` ends every process of the sandbox, and resolves when they are gone. */
export function driveShell(channels: Channels, preparation: Preparation, kill: () => Promise<void>): Shell {
  const { engine } = channels
  const collector = createCollector(shellSettings.outputLimit)
  let ticket = ''
  let pipeStatus: readonly number[] = [0]
  let asksPipeStatus = false
  let gone: Exclude<News, { kind: 'done' | 'timeout' }> | undefined
  let tell: ((news: News) => void) | undefined
  let fault: string | undefined
  let marked = ''
  let reported: (News & { kind: 'done' }) | undefined

  const news = (what: News) => {
    if (what.kind === 'end' || what.kind === 'lost') gone ??= what
    const listener = tell
    tell = undefined
    listener?.(what)
  }
  /** In a terminal a command has ended when its report and its mark have come. */
  const settle = () => {
    if (reported && (!preparation.tty || marked === ticket)) news(reported)
  }

  const split = preparation.tty ? createMarkSplitter(preparation.token) : undefined
  const onOutput = (bytes: Uint8Array) => {
    if (!split) return collector.push(bytes)
    for (const part of split(bytes)) {
      if ('output' in part) collector.push(part.output)
      else {
        marked = part.mark
        settle()
      }
    }
  }
  const output = readFifo(engine.output, onOutput)

  let partial = ''
  const onReport = (bytes: Uint8Array) => {
    const lines = (partial + Buffer.from(bytes).toString('latin1')).split('\n')
    // A command may write here too, and no line of ours is that long.
    partial = (lines.pop() ?? '').slice(-longestLine)
    for (const line of lines) {
      const message = readMessage(line)
      if (message?.kind === 'fault') fault = message.text
      if (message?.kind === 'end' && message.token === preparation.token)
        news({ kind: 'end', status: message.status })
      if (message?.kind === 'done' && message.ticket === ticket) {
        pipeStatus = message.pipeStatus
        reported = { kind: 'done', status: message.status }
        settle()
      }
    }
  }
  const report = readFifo(engine.report, onReport, () => news({ kind: 'lost' }))

  const feed = async (text: string, timeout: number): Promise<News> => {
    if (gone) return gone
    // Bash reads its commands a byte at a time, so it is no longer than it must be not to be guessed.
    ticket = randomUUID().slice(0, 13)
    reported = undefined
    const heard = new Promise<News>((resolve) => (tell = resolve))
    const waiting = tell
    const timer = setTimeout(() => news({ kind: 'timeout' }), timeout)
    await writeFifo(engine.commands, text + reportLine(ticket), () => tell === waiting)
    const what = await heard
    clearTimeout(timer)
    return what
  }

  const prepare = async () => {
    const what = await feed(prepareLine(preparation), patience)
    output.drain()
    const said = Buffer.from(collector.take().output).toString().trim()
    if (what.kind === 'done') return
    throw new Error([`The sandbox could not be set up: ${fault ?? what.kind}`, said].join('\n  ').trim())
  }
  const ready = prepare()
  ready.catch(() => {})

  return {
    ready,
    async run(text, timeout) {
      asksPipeStatus ||= text.includes('PIPESTATUS')
      const restore = asksPipeStatus && pipeStatus.length > 1 ? restoreLine(pipeStatus) : ''
      // A backslash at the very end continues with an empty line, not with the report.
      const end = text.endsWith('\\') ? '\n\n' : '\n'
      const start = performance.now()
      const what = await feed(restore + text + end, timeout)
      const milliseconds = performance.now() - start
      if (what.kind === 'timeout') {
        gone = { kind: 'lost' }
        await kill()
      }
      // A terminal's bytes up to the mark are here already; after it they are the next command's.
      if (!split || what.kind !== 'done') output.drain()
      const { output: printed, dropped } = collector.take()
      const collected = { output: stripEcho(printed, restore, reportLine(ticket)), dropped, milliseconds }
      switch (what.kind) {
        case 'done':
          return { ...collected, ended: 'done', exit: what.status }
        case 'end':
          return { ...collected, ended: 'shell-ended', exit: what.status }
        default:
          return { ...collected, ended: what.kind }
      }
    },
    lost: () => {
      report.drain()
      news({ kind: 'lost' })
    },
    close() {
      gone ??= { kind: 'lost' }
      news({ kind: 'lost' })
      output.close()
      report.close()
      closeSync(engine.commands)
    },
  }
}
