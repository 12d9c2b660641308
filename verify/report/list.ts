/** `--list`: every transcript, its targets, and what its records say. Pure. */
import type { Checked } from '#verify/records/index.ts'
import type { Loaded } from '#verify/replay/index.ts'

export function listLines(book: readonly Loaded[], checked: readonly Checked[]): string[] {
  const width = Math.max(0, ...book.map(({ id }) => id.length))
  return book.map((loaded) => {
    const { header, steps } = loaded.transcript
    const commands = steps.reduce((sum, step) => sum + step.commands.length, 0)
    const proofs = checked
      .filter((each) => each.loaded === loaded)
      .map(({ target, state }) => `${target} ${state}`)
    const needs = header.needs.map(({ name, count }) => (count === undefined ? name : `${name} ${count}`))
    const needing = needs.length === 0 ? '' : `; needs ${needs.join(', ')}`
    return `${loaded.id.padEnd(width)}  ${commands} commands; ${proofs.join(', ')}${needing}`
  })
}
