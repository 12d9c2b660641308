/** Plays the whole table and prints what came out otherwise as JSON: for a user other than the one who tests. */
import { loadTargets } from '#verify/targets/index.ts'
import type { Target } from '#verify/targets/types.ts'
import { hostileCases, runCase, unmet } from './index.ts'

const host = (await loadTargets(['host'])).get('host')
if (!host) throw new Error('run-table: expected the host target')
const words = process.argv.slice(2)
const waiting = hostileCases.filter(
  ({ name }) => words.length === 0 || words.some((word) => name.includes(word)),
)
const faults: Record<string, string[]> = {}
let played = 0

/** Most cases wait for a clock, so several are played at a time. */
async function play(target: Target): Promise<void> {
  for (let each = waiting.shift(); each; each = waiting.shift()) {
    if ((await unmet(target, each)) !== undefined) continue
    const found = await runCase(target, each)
    played += 1
    if (found.length > 0) faults[each.name] = found
  }
}

await Promise.all(Array.from({ length: 4 }, () => play(host)))
await host.close()
process.stdout.write(`${JSON.stringify({ played, faults }, null, 1)}\n`)
