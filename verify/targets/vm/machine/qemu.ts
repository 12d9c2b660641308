/** The command line of QEMU: no devices but two channels to the runner, the host's files, and a clock. */
export type Accelerator = 'kvm' | 'tcg'

/** File descriptors that the runner leaves open for QEMU, so that nothing has a name that could collide or stay. */
export const descriptors = { agent: 3, console: 4, kernel: 5, initramfs: 6, terminal: 7 } as const

export type MachineSize = { memory: string; processors: number }

export type MachineShape = MachineSize & { accelerator: Accelerator; terminal: boolean }

const program = 'qemu-system-x86_64'

export const qemuPrograms = [program] as const

const inherited = (fd: number): string => `/proc/self/fd/${fd}`

/** `console=…`: what the kernel prints before it dies; a panic ends the machine. */
const kernelArguments = ['console=ttyS0', 'quiet', 'panic=-1', 'mitigations=off', 'random.trust_cpu=on']

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
    ...['-append', kernelArguments.join(' ')],
    ...['-chardev', `socket,id=console,fd=${descriptors.console}`, '-serial', 'chardev:console'],
    ...['-chardev', `socket,id=agent,fd=${descriptors.agent}`, '-device', 'virtio-serial-pci'],
    ...['-device', 'virtserialport,chardev=agent,nr=1,name=nodebook'],
    ...(shape.terminal ? terminalDevice : []),
    ...['-fsdev', `local,id=files,path=${files},security_model=none,readonly=on,multidevs=remap`],
    ...['-device', 'virtio-9p-pci,fsdev=files,mount_tag=files'],
  ]
}

/** /dev/hvc0 in the guest. */
const terminalDevice = [
  ...['-chardev', `socket,id=terminal,fd=${descriptors.terminal}`],
  ...['-device', 'virtconsole,chardev=terminal,nr=0'],
]
