/**
 * Whether KVM works: tried, since a /dev/kvm can be opened where guests do not run. The guest is a ROM of five
 * instructions that asks QEMU to end with a status that nothing else ends with.
 */
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { openUnnamed } from './unnamed-file.ts'
import { launch } from './launch.ts'
import { accelerate, machineType, qemuPrograms, type Accelerator } from './qemu.ts'

/** mov al, 0x2a · out 0xf4, al · hlt · jmp −3: the last sixteen bytes of the ROM are where a processor starts. */
const instructions = [0xb0, 0x2a, 0xe6, 0xf4, 0xf4, 0xeb, 0xfd]
/** isa-debug-exit ends QEMU with twice the value, and one. */
const status = 0x2a * 2 + 1

function rom(): Buffer {
  const bytes = Buffer.alloc(64 * 1024)
  bytes.set(instructions, bytes.length - 16)
  return bytes
}

export async function findAccelerator(at: string, patience = 3_000): Promise<Accelerator> {
  if (!existsSync('/dev/kvm')) return 'tcg'
  const file = openUnnamed(tmpdir(), rom())
  const program = [
    ...[...qemuPrograms, ...machineType, ...accelerate('kvm'), '-m', '16', '-display', 'none', '-no-reboot'],
    ...['-bios', '/proc/self/fd/3', '-device', 'isa-debug-exit,iobase=0xf4,iosize=1'],
  ]
  const child = launch({ at, layOut: [], program, stdio: ['ignore', 'ignore', 'ignore', file.fd] })
  file.close()
  const timer = setTimeout(() => child.kill('SIGKILL'), patience)
  const code = await new Promise<number | null>((resolve) =>
    child.once('exit', resolve).once('error', () => resolve(null)),
  )
  clearTimeout(timer)
  return code === status ? 'kvm' : 'tcg'
}
