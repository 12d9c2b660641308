/** Ctrl-C asks the run to close its sessions; a second one does not wait for that: the watchdog cleans up. */
const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const

export type Stop = {
  signal: AbortSignal
  /** Undefined while nobody has asked to stop. */
  exitCode(): number | undefined
}

export function stopOnSignals(): Stop {
  const controller = new AbortController()
  let code: number | undefined
  for (const [name, status] of Object.entries(signals) as [keyof typeof signals, number][])
    process.on(name, () => {
      if (code !== undefined) process.exit(status)
      code = status
      controller.abort()
    })
  return { signal: controller.signal, exitCode: () => code }
}
