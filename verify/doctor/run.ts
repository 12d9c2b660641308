/** `npm run doctor` */
import { parseArgs } from 'node:util'
import { diagnose, isUsable } from './diagnose.ts'
import { probe } from './probe.ts'
import { tableLines } from './table.ts'

const help = `What this machine has, what each missing thing costs, and the line that installs it.

  npm run doctor
  npm run doctor -- --all     the lines of every system
  npm run doctor -- --json    for programs

Exit code: 0, or 1 where Node itself is too old.`

const { values } = parseArgs({
  options: { help: { type: 'boolean', short: 'h' }, json: { type: 'boolean' }, all: { type: 'boolean' } },
})
if (values.help) {
  console.log(help)
} else {
  const facts = await probe()
  const diagnoses = diagnose(facts)
  if (values.json) console.log(JSON.stringify({ facts, diagnoses }, null, 2))
  else console.log(tableLines(diagnoses, values.all ? undefined : facts.system).join('\n'))
  process.exitCode = isUsable(diagnoses) ? 0 : 1
}
