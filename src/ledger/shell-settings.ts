/** What is fixed for every command of every transcript, whoever replays it: verify sets it, `/proof/` publishes it. */
export const shellSettings = {
  /** All of the environment; bash adds PWD, SHLVL and `_` by itself. */
  environment: {
    HOME: '/root',
    PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
    LC_ALL: 'C.UTF-8',
    TZ: 'UTC',
    TERM: 'dumb',
    NO_COLOR: '1',
    PAGER: 'cat',
  },
  /** A bash that is not interactive: no start-up files, no aliases, no history, no job control. */
  shell: 'bash',
  stdin: '/dev/null',
  /** stdout and stderr are one pipe; with `needs: tty`, one terminal of this size. */
  terminal: { rows: 24, columns: 80 },
  /** The first directory: empty but for copies of the `uses:` files. */
  directory: '/srv',
  hostname: 'nodebook',
  namespaces: ['user', 'mnt', 'net', 'uts', 'ipc', 'pid'],
  /** Empty and private: a tmpfs over each, gone with the sandbox. The rest of the files can't be written. */
  covered: ['/root', '/home', '/run', '/tmp', '/var/tmp', '/dev/shm'],
  /** Bytes of one command's output that are kept. */
  outputLimit: 1_000_000,
} as const
