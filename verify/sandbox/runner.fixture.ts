/** A runner for a test to kill: opens a sandbox with the needs it is told, fills it, says where it is, and waits. */
import { parseTranscript } from '#transcript'
import { createHostTarget } from '#verify/targets/host/index.ts'

const needs = process.argv[2] ? `needs: ${process.argv[2]}\n` : ''
const parsed = parseTranscript(`targets: host\n${needs}---\n== a\n$ true\n`, 'runner.transcript')
if (!parsed.ok) throw new Error('runner: the header does not parse')
const host = createHostTarget()
const session = await host.open({ id: 'runner', transcript: parsed.transcript, files: [], keep: false })
const commands = [
  'sleep 1000 & setsid sleep 1000 & (nohup sleep 1000 >/dev/null 2>&1 &)',
  'ip netns add red; ip netns exec red sleep 1000 &',
  'unshare --pid --fork --mount-proc sleep 1000 &',
  'mount -t tmpfs x /mnt; touch file',
]
for (const command of commands) {
  const { ended } = await session.run(command, { timeout: 5_000 })
  if (ended !== 'done') throw new Error(`runner: ${command}: ${ended}`)
}
process.stdout.write('ready\n')
setInterval(() => {}, 1_000)
