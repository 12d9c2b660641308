/** Keeps the end of what a guest's console printed, and finds the lines that say why it did not start. */
const limit = 64 * 1024

export type Console = { push(bytes: Uint8Array): void; lastLines(count?: number): string }

export function keepConsole(): Console {
  let text = ''
  return {
    push(bytes) {
      text = (text + Buffer.from(bytes).toString('latin1')).slice(-limit)
    },
    lastLines: (count = 12) => tellingLines(text, count).join('\n'),
  }
}

/** From the panic on if there is one, without registers and addresses. */
export function tellingLines(text: string, count: number): string[] {
  const lines = text
    .replaceAll(/\x1b\[[0-9;?]*[A-Za-z]|\x1bc|\r/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .filter(
      (line) => !/\] +(\?? ?[\w.]+\+0x|R[A-Z0-9]{1,2}:|Code:|RIP:|RSP:|<\/?TASK>|Call Trace:)/.test(line),
    )
  const panic = lines.findIndex((line) => /Kernel panic|nodebook: the guest could not/.test(line))
  return panic < 0 ? lines.slice(-count) : lines.slice(Math.max(0, panic - 3)).slice(0, count)
}
