import { init, observe, settle, step, type Move } from '#models/namespaces'

let state = init() // systemd, number 1, and bash, number 4021

const run = (move: Move) => {
  const { state: after, outcome, trace } = step(state, move)
  console.log(`${move.do} by ${move.by}: ${Object.values(outcome).join(' ')}`)
  for (const { subject, rule } of trace) console.log(`  ${subject}  ${rule}`)
  state = settle(after) // whoever was killed on the way dies now
}

const ps = (namespace: number) => {
  for (const { pid, ppid, state: letter, comm } of observe(state)[namespace]?.ps ?? [])
    console.log(`${letter} ${String(pid).padStart(5)} ${String(ppid).padStart(5)} ${comm}`)
}

// bash clones a child into a new PID namespace; that one has a child, which has one too.
run({ do: 'clone', by: 4021, comm: 'bash' })
run({ do: 'fork', by: 4022, comm: 'sh' })
run({ do: 'fork', by: 4023, comm: 'sleep' })

console.log('\nThe one in the middle leaves. Who adopts sleep?')
run({ do: 'exit', by: 4023, status: 0 })
ps(1)

console.log('\nThen process 1 leaves. Who is still there, seen from outside?')
run({ do: 'exit', by: 4022, status: 0 })
ps(0)

// Try: 'unshare' and two forks by 4021 instead of 'clone', and let 4021 leave.
