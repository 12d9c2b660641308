/** The command line of QEMU: no devices but a few channels, the host's files, and a clock. */
export type Accelerator = 'kvm' | 'tcg'

/** File descriptors that the runner leaves open for QEMU, so that nothing has a name that could collide or stay. */
export const descriptors = { agent: 3, log: 3, console: 4, kernel: 5, initramfs: 6, terminal: 7 } as const

export type MachineSize = { memory: string; processors: number }

export type MachineShape = MachineSize & { accelerator: Accelerator; devices: readonly string[] }

const program = 'qemu-system-x86_64'

export const qemuPrograms = [program] as const

const inherited = (fd: number): string => `/proc/self/fd/${fd}`

/**
 * `console=…`: what the kernel prints before it dies; a panic ends the machine. `no_timer_check`: on a busy machine ticks
 * come too late for that check, and a kernel died of it. `notests`: its ciphers test themselves for more than a second.
 */
const kernelArguments = [
  ...['console=ttyS0', 'quiet', 'panic=-1', 'mitigations=off', 'random.trust_cpu=on'],
  ...['no_timer_check', 'cryptomgr.notests'],
]

export function accelerate(accelerator: Accelerator): string[] {
  const cpu = accelerator === 'kvm' ? 'host' : 'max'
  return ['-accel', accelerator === 'kvm' ? 'kvm' : 'tcg,thread=multi', '-cpu', cpu]
}

/** microvm starts 0.6 s earlier, but without HPET its clock sometimes stands still under load. */
export const machineType = [
  '-machine',
  'q35,sata=off,smbus=off,usb=off,vmport=off',
  '-nodefaults',
  '-no-user-config',
]

/** `files` is relative to the folder in which QEMU starts. */
export function qemuArguments(shape: MachineShape, files: string): string[] {
  return [
    ...machineType,
    ...accelerate(shape.accelerator),
    ...['-m', shape.memory, '-smp', String(shape.processors)],
    ...['-display', 'none', '-no-reboot'],
    ...['-kernel', inherited(descriptors.kernel), '-initrd', inherited(descriptors.initramfs)],
    ...['-append', kernelArguments.join(' '), '-device', 'virtio-serial-pci'],
    ...['-fsdev', `local,id=files,path=${files},security_model=none,readonly=on,multidevs=remap`],
    ...['-device', 'virtio-9p-pci,fsdev=files,mount_tag=files'],
    ...shape.devices,
  ]
}

/** `id` is a chardev's. The guest's side of the first is its console, that of the second /dev/vport0p1. */
const channels = (console: string, port: string): string[] => [
  ...['-serial', `chardev:${console}`, '-device', `virtserialport,chardev=${port},nr=1,name=nodebook`],
]

/** Both channels lead to the runner, and end with it. */
export const runnerDevices = (terminal: boolean): string[] => [
  ...['-chardev', `socket,id=console,fd=${descriptors.console}`],
  ...['-chardev', `socket,id=agent,fd=${descriptors.agent}`],
  ...channels('console', 'agent'),
  ...(terminal ? terminalDevice : []),
]

/** Both channels write to one file, which is open as `descriptors.log`, behind what the other one wrote. */
export const logDevices = [
  ...['-add-fd', `fd=${descriptors.log},set=1`],
  ...['-chardev', 'file,id=console,path=/dev/fdset/1,append=on'],
  ...['-chardev', 'file,id=log,path=/dev/fdset/1,append=on'],
  ...channels('console', 'log'),
]

/** eth0 in the guest: the end of a cable that is there already, for the user that QEMU runs as. */
export const networkDevices = (cable: string): string[] => [
  ...['-netdev', `tap,id=network,ifname=${cable},script=no,downscript=no`],
  ...['-device', 'virtio-net-pci,netdev=network,romfile='],
]

/** /dev/hvc0 in the guest. */
const terminalDevice = [
  ...['-chardev', `socket,id=terminal,fd=${descriptors.terminal}`],
  ...['-device', 'virtconsole,chardev=terminal,nr=0'],
]
