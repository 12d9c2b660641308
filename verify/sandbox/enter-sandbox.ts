/** A person's shell in a sandbox, on the terminal that asks for it. Resolves with its exit status. */
import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { removeCgroup } from './cgroups.ts'
import { launch } from './launch.ts'
import { makeRoom, type SandboxOrder } from './make-room.ts'
import { mapRange } from './map-range.ts'
import { mapsRange } from './needs.ts'
import { removeFolder } from './run-folder.ts'

export async function enterSandbox(order: SandboxOrder): Promise<number> {
  const { shape, folder } = order
  const room = makeRoom(order)
  const stdio = ['inherit', 'inherit', 'inherit', 'pipe', 'inherit'] as const
  const child = launch({
    ...room,
    shape,
    keep: false,
    token: '',
    stdio,
    enter: true,
    programs: order.programs,
  })
  const ended = once(child, 'exit') as Promise<[number | null]>
  if (mapsRange(shape) && room.dropTo)
    await mapRange(child, room.dropTo, () => (child.stdio[3] as Writable).write('mapped\n'))
  const [code] = await ended
  for (const { folder: group } of room.cgroups?.folders ?? []) await removeCgroup(group)
  await removeFolder(folder)
  return code ?? 1
}
