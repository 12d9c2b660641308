/** How a run gets at a cluster, be it one of this machine's own or one that exists elsewhere. */
import type { Environment } from '#ledger'

/** What a sandbox's kubeconfig says of the API server, and the end of the way there. */
export type Way = {
  server: string
  /** The name on its certificate, where the address is another. */
  tlsName?: string
  leave(): Promise<void>
}

export type Reach = {
  /** As the administrator, with this on stdin. Throws where kubectl fails. */
  kubectl(args: readonly string[], input?: string): Promise<string>
  /** The program that a sandbox finds. */
  program: string
  probe(): Promise<Environment>
  /** Gives the sandbox with this first process a way to the API server. */
  join(init: number): Promise<Way>
  close(): Promise<void>
}
