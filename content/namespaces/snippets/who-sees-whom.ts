import { init, nameOf, observe, pidIn, step, type Action } from '#models/namespaces'

let state = init() // systemd, number 1, and bash, number 4021

const run = (action: Action) => {
  const { state: after, outcome } = step(state, action)
  state = after
  return Object.values(outcome).join(' ')
}

// Two containers side by side, and one inside the first.
run({ do: 'clone', by: 4021, comm: 'web' })
run({ do: 'clone', by: 4021, comm: 'db' })
run({ do: 'clone', by: 4022, comm: 'job' })

for (const { namespace } of observe(state)) {
  const seen = state.processes.filter((process) => pidIn(state, process, namespace) !== undefined)
  const names = seen.map((process) => `${process.comm} is ${pidIn(state, process, namespace)}`)
  console.log(`PID namespace ${namespace}: ${names.join(', ')}`)
}

console.log('\nEach sends TERM to each number it sees, 1 to 3:')
for (const process of state.processes.slice(2)) {
  const answers = [1, 2, 3].map((pid) => step(state, { do: 'kill', by: process.id, pid, signal: 'TERM' }))
  console.log(nameOf(process).padEnd(8), answers.map(({ trace }) => trace[0]?.rule.split('/')[1]).join(', '))
}

// Try: KILL instead of TERM. Or let web fork a helper, and see who of the others learns of it.
