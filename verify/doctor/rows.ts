/** One row for each thing that this book can use, from what it cannot do without to what a single chapter wants. */
import { isAtLeast, versionIn } from './compare-version.ts'
import type { Facts } from './facts.ts'
import type { Finding, Install, Row } from './row.ts'

const lima = 'brew install lima && limactl start   (a Linux; work on the book inside it)'

/** The same package name where it is the same; macOS only where a line is given. */
const packages = (debian: string, fedora = debian, arch = fedora, macos?: string): Install => ({
  debian: `sudo apt-get install ${debian}`,
  fedora: `sudo dnf install ${fedora}`,
  arch: `sudo pacman -S ${arch}`,
  ...(macos === undefined ? {} : { macos }),
})

const everywhere = (line: string): Install => ({ debian: line, fedora: line, arch: line, macos: line })

const missing: Finding = { state: 'missing', found: 'not found' }

function program(version: string | undefined, least: readonly number[] = []): Finding {
  if (version === undefined) return missing
  if (isAtLeast(version, least)) return { state: 'ok', found: shorten(version) }
  return { state: 'old', found: `${shorten(version)}; ${least.join('.')} or newer is needed` }
}

const shorten = (version: string): string => versionIn(version)?.join('.') ?? version

const onLinux =
  (look: (facts: Facts) => Finding) =>
  (facts: Facts): Finding =>
    facts.linux ? look(facts) : { state: 'elsewhere', found: 'a thing of Linux' }

export const rows: readonly Row[] = [
  {
    name: 'Node ≥ 20',
    look: ({ systemNode }) => program(systemNode, [20]),
    cost: 'nothing works: npm ci and every script start with it',
    install: {
      debian: 'curl -fsSL https://deb.nodesource.com/setup_24.x | sudo bash - && sudo apt-get install nodejs',
      fedora: 'sudo dnf install nodejs',
      arch: 'sudo pacman -S nodejs npm',
      macos: 'brew install node',
    },
  },
  {
    name: 'project Node 24',
    look: ({ projectNode }) => program(projectNode, [24]),
    cost: 'no script runs; npm ci puts it into node_modules unless install scripts are refused',
    install: everywhere(
      'npm ci   (or, where install scripts were refused: npm rebuild node --ignore-scripts=false)',
    ),
  },
  {
    name: 'bash ≥ 5',
    look: ({ bash }) => program(bash, [5]),
    cost: 'no transcript can be replayed',
    install: packages('bash', 'bash', 'bash', 'brew install bash'),
  },
  {
    name: 'user namespaces',
    look: onLinux(({ namespaces }) => {
      switch (namespaces.state) {
        case 'allowed':
          return { state: 'ok', found: 'unshare works' }
        case 'refused':
          return { state: 'refused', found: namespaces.said }
        case 'no-unshare':
          return { state: 'missing', found: 'no unshare' }
      }
    }),
    cost: 'nothing can be replayed on the host: its sandbox is made of them',
    install: {
      debian:
        'sudo apt-get install util-linux; sudo sysctl kernel.unprivileged_userns_clone=1 kernel.apparmor_restrict_unprivileged_userns=0   (those that exist)',
      fedora: 'sudo dnf install util-linux; sudo sysctl user.max_user_namespaces=15000',
      arch: 'sudo pacman -S util-linux; sudo sysctl kernel.unprivileged_userns_clone=1',
      macos: lima,
    },
  },
  {
    name: 'cgroups',
    look: onLinux(({ cgroup }) =>
      cgroup === undefined ? { state: 'missing', found: 'none mounted' } : { state: 'ok', found: cgroup },
    ),
    cost: 'transcripts that need a version this machine has not run in the vm, or are skipped',
    install: {
      debian: 'sudo mount -t cgroup2 none /sys/fs/cgroup',
      fedora: 'sudo mount -t cgroup2 none /sys/fs/cgroup',
      arch: 'sudo mount -t cgroup2 none /sys/fs/cgroup',
      macos: lima,
    },
  },
  {
    name: 'iproute2',
    look: onLinux(({ iproute2 }) => program(iproute2)),
    cost: 'transcripts of networks are skipped on the host',
    install: packages('iproute2', 'iproute', 'iproute2', lima),
  },
  {
    name: 'iptables',
    look: onLinux(({ iptables }) => program(iptables)),
    cost: 'transcripts of iptables are skipped on the host',
    install: packages('iptables', 'iptables-nft', 'iptables-nft', lima),
  },
  {
    name: 'nftables',
    look: onLinux(({ nft }) => program(nft)),
    cost: 'transcripts of nftables are skipped on the host',
    install: packages('nftables', 'nftables', 'nftables', lima),
  },
  {
    name: 'Chromium',
    look: ({ chromium }) => program(chromium),
    cost: 'the checks of the site in a browser are skipped; diagrams cannot be drawn again',
    install: packages('chromium', 'chromium', 'chromium', 'brew install --cask chromium'),
  },
  {
    name: 'QEMU',
    look: ({ qemu }) => program(qemu),
    cost: 'the vm target is skipped',
    install: packages('qemu-system-x86', 'qemu-system-x86-core', 'qemu-system-x86', 'brew install qemu'),
  },
  {
    name: 'vm kernel',
    look: onLinux(({ vmKernel }) => (vmKernel === undefined ? missing : { state: 'ok', found: vmKernel })),
    cost: 'the vm target fetches one at its first run (70 MB), where apt is there',
    install: {
      debian: 'npm run verify -- --target vm',
      fedora: 'set NODEBOOK_KERNEL',
      arch: 'set NODEBOOK_KERNEL',
      macos: lima,
    },
  },
  {
    name: 'KVM',
    look: onLinux(({ kvm }) => {
      switch (kvm) {
        case 'usable':
          return { state: 'ok', found: '/dev/kvm' }
        case 'forbidden':
          return { state: 'refused', found: '/dev/kvm may not be opened by this user' }
        case 'useless':
          return { state: 'refused', found: '/dev/kvm opens, but no guest runs on it' }
        case 'none':
          return { state: 'missing', found: 'no /dev/kvm' }
      }
    }),
    cost: 'the vm is emulated: it works, some ten times slower',
    install: {
      debian: 'sudo usermod -aG kvm "$USER"   (and virtualisation switched on in the firmware)',
      fedora: 'sudo usermod -aG kvm "$USER"   (and virtualisation switched on in the firmware)',
      arch: 'sudo usermod -aG kvm "$USER"   (and virtualisation switched on in the firmware)',
    },
  },
  {
    name: 'python3 ≥ 3.9',
    look: onLinux(({ python }) => program(python, [3, 9])),
    cost: 'no model is put to this kernel (npm run conform); its records are still replayed',
    install: packages('python3', 'python3', 'python', lima),
  },
  {
    name: 'python3 venv',
    look: ({ python, venv }) => {
      if (python === undefined) return missing
      return venv ? program(python) : { state: 'missing', found: `${shorten(python)} without venv` }
    },
    cost: 'cram, with which npm run bench -- replay compares, cannot be installed',
    install: packages('python3-venv', 'python3', 'python', 'brew install python'),
  },
  {
    name: 'k3s',
    look: onLinux(({ k3s }) => program(k3s)),
    cost: 'the k3s target fetches a pinned one, or is skipped without a network',
    install: {
      debian: 'npm run cluster -- up   (fetches it; or set K3S_BIN)',
      fedora: 'npm run cluster -- up   (fetches it; or set K3S_BIN)',
      arch: 'npm run cluster -- up   (fetches it; or set K3S_BIN)',
      macos: lima,
    },
  },
  {
    name: 'Docker',
    look: ({ docker }) => program(docker),
    cost: 'the few transcripts that need it are skipped',
    install: packages('docker.io', 'moby-engine', 'docker', 'brew install --cask docker'),
  },
]
