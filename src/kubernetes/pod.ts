/** A Pod as its manifest has it: the part that says what it needs. */
import type { ResourceList } from './resource-list.ts'

export type Requirements = { readonly requests?: ResourceList; readonly limits?: ResourceList }

export type Container = { readonly name: string; readonly resources?: Requirements }

/** `restartPolicy: Always` makes a sidecar of it: it runs on beside the containers. */
export type InitContainer = Container & { readonly restartPolicy?: 'Always' }

export type Pod = {
  readonly containers: readonly [Container, ...Container[]]
  readonly initContainers?: readonly InitContainer[]
  /** what its RuntimeClass adds for the sandbox itself */
  readonly overhead?: ResourceList
  readonly priorityClassName?: string
}

export const isSidecar = (container: InitContainer): boolean => container.restartPolicy === 'Always'

/** Those that are listed among the init containers first. */
export const allContainers = (pod: Pod): readonly InitContainer[] => [
  ...(pod.initContainers ?? []),
  ...pod.containers,
]
