/**
 * The vm: booted with the first transcript that needs it, once a run; once more, with cgroup v1, if one needs that, since
 * a controller is on one version at a time. Two transcripts in it are as far from each other as on the host.
 *
 * QEMU is driven here without virtme-ng: that would export the whole root of the host (covering homes in a guest
 * whose root may mount again), needs Python and a static busybox, and boots a kernel that unpacks itself.
 */
import { factsOf, type Environment } from '#ledger'
import type { Header } from '#transcript'
import type { Target } from '../types.ts'
import { vmAvailable } from './available.ts'
import { viewFolder } from './cache.ts'
import { findKernel } from './kernel/index.ts'
import { bootMachine, findAccelerator, type Accelerator, type Machine } from './machine/index.ts'
import { enterMachine } from './enter-machine.ts'
import { prepareVm } from './prepare.ts'
import { openRemote } from './remote-session.ts'

type Cgroup = 'v1' | 'v2'

const size = { memory: '1G', processors: 2 }
/** Some 8 s when quiet; a machine under load, or one that emulates another, takes far longer. */
const patience = 120_000

export const cgroupOf = (header?: Header): Cgroup =>
  header?.needs.some(({ name }) => name === 'cgroup-v1') ? 'v1' : 'v2'

export function createVmTarget(): Target {
  const machines = new Map<Cgroup, Promise<Machine>>()
  const probes = new WeakMap<Machine, Promise<Environment>>()
  let accelerator: Promise<Accelerator> | undefined

  const boot = async (cgroup: Cgroup, terminal = false): Promise<Machine> => {
    const found = findKernel()
    if (!found.ok) throw new Error(`vm: expected ${found.missing}. ${found.todo}`)
    const at = viewFolder()
    accelerator ??= findAccelerator(at)
    return bootMachine({
      kernel: found.kernel,
      accelerator: await accelerator,
      cgroup,
      size,
      terminal,
      at,
      patience,
    })
  }
  /** A machine is asked once what it is: asking starts a dozen programs, each a tenth of a second under emulation. */
  const probe = async ({ connection }: Machine): Promise<Environment> => ({
    ...((await connection.ask({ call: 'probe' })).value as Environment),
    accelerator: (await accelerator) ?? 'tcg',
  })
  const probed = (machine: Machine): Promise<Environment> => {
    const known = probes.get(machine) ?? probe(machine)
    probes.set(machine, known)
    return known
  }
  /** A transcript may have ended the last one; the next gets another. One that cannot be booted is not tried again. */
  const machine = (cgroup: Cgroup): Promise<Machine> => {
    const running = machines.get(cgroup) ?? boot(cgroup)
    machines.set(cgroup, running)
    void running
      .then(({ gone }) => gone)
      .then(
        () => forget(cgroup, running),
        () => {},
      )
    return running
  }
  const forget = (cgroup: Cgroup, ended: Promise<Machine>) => {
    if (machines.get(cgroup) === ended) machines.delete(cgroup)
  }

  return {
    name: 'vm',
    available: vmAvailable,
    prepare: prepareVm,
    async probe(header) {
      const environment = await probed(await machine(cgroupOf(header)))
      return { environment, facts: factsOf(environment, 'vm') }
    },
    lacks: (header) => Promise.resolve(lack(header)),
    async open(order) {
      const { connection, close } = await machine(cgroupOf(order.transcript.header))
      return openRemote(connection, order, (why) => {
        connection.lose(why)
        void close()
      })
    },
    async enter(order) {
      const entered = await boot(cgroupOf(order.transcript.header), true)
      try {
        return await enterMachine(entered, order)
      } finally {
        await entered.close()
      }
    },
    async close() {
      const running = [...machines.values()]
      machines.clear()
      await Promise.all(
        running.map((each) =>
          each.then(
            ({ close }) => close(),
            () => undefined,
          ),
        ),
      )
    },
  }
}

const met = new Set(['host-root', 'host-pid', 'cgroup-v1', 'cgroup-v2', 'uid-range', 'tty', 'exclusive'])

function lack({ needs }: Header): string | undefined {
  const names = needs.map(({ name }) => name)
  const unmet = names.find((name) => !met.has(name))
  if (unmet !== undefined) return `needs ${unmet}: the vm has none`
  if (names.includes('cgroup-v1') && names.includes('cgroup-v2')) return 'needs both cgroup-v1 and cgroup-v2'
  return undefined
}
