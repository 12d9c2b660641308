/** `npm test`: the whole check. Arguments, the order of events and the exit code only. */
import { parseArgs } from 'node:util'
import { readRequired, insist } from './require.ts'
import { failureLines, stageLine, summaryLines } from './report.ts'
import { runStages } from './run-stages.ts'
import { selectStages } from './select-stages.ts'
import { stages } from './stages.ts'

const help = `The whole check of the book. The last line counts: N passed, N failed, N skipped.

  npm test
  npm test -- --only unit,links   some stages alone (links and browser look at what stands in dist)
  npm test -- --lanes 1           one stage at a time; 2 by default

Stages:
${stages.map(({ name, about }) => `  ${name.padEnd(10)} ${about}`).join('\n')}

NODEBOOK_REQUIRE=host,vm,k3s,chromium   what is skipped for want of these is a failure

Exit code: 0 nothing failed, 1 something failed, 2 the call is wrong.`

try {
  process.exitCode = await main()
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 2
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      help: { type: 'boolean', short: 'h' },
      only: { type: 'string', multiple: true, default: [] },
      lanes: { type: 'string', default: '2' },
    },
  })
  if (values.help) {
    console.log(help)
    return 0
  }
  const lanes = Number(values.lanes)
  if (!Number.isInteger(lanes) || lanes < 1)
    throw new Error(`--lanes: expected 1 or more, got ${values.lanes}.`)
  const required = readRequired(process.env['NODEBOOK_REQUIRE'])
  // Without these, an interrupted run would leave its programs behind: ending is what stops them.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130))

  const strict = selectStages(stages, values.only).map((stage) => ({
    ...stage,
    run: async () => insist(await stage.run(), required),
  }))
  const finished = await runStages(strict, lanes, (done) => {
    console.log([stageLine(done), ...failureLines(done)].join('\n'))
  })
  console.log(summaryLines(finished).join('\n'))
  return finished.some(({ outcome }) => outcome.failures.length > 0) ? 1 : 0
}
