/**
 * Deployment → ReplicaSet → Pod, as the controllers of Kubernetes 1.36 keep them. Every controller's turn is a move that
 * the system makes by itself, in any order; a user's request is an action. What is not modelled: see `leftOut`.
 */
export type Uid = number
export type Labels = Readonly<Record<string, string>>

/** A number, or a share of the replicas: rounded up for surge, down for unavailable. */
export type Share = number | `${number}%`

export type Strategy =
  | { readonly type: 'RollingUpdate'; readonly maxSurge: Share; readonly maxUnavailable: Share }
  | { readonly type: 'Recreate' }

/** All of a Pod template that matters here: another image is another template. */
export type Template = { readonly image: string }

export type Propagation = 'Background' | 'Foreground' | 'Orphan'

/** Deleted with a finalizer: the object stays until the garbage collector has done its part. */
export type Finalizer = Exclude<Propagation, 'Background'>

export type Deployment = {
  readonly uid: Uid
  readonly name: string
  readonly replicas: number
  readonly template: Template
  readonly strategy: Strategy
  readonly paused: boolean
  readonly deleting?: Finalizer
}

export type ReplicaSet = {
  readonly uid: Uid
  readonly name: string
  readonly owner?: Uid
  readonly labels: Labels
  readonly selector: Labels
  readonly replicas: number
  readonly template: Template
  /** Annotations that the Deployment's controller keeps: its own replicas, and with surge, when it last scaled this. */
  readonly desired: number
  readonly most: number
  readonly status: { readonly replicas: number; readonly available: number }
  /** by its owner's deletion alone */
  readonly deleting?: 'Foreground'
}

export type Phase =
  /** made, not yet ready */
  | 'pending'
  | 'ready'
  /** its container ended and is started again later (CrashLoopBackOff) */
  | 'backing-off'
  /** deleted, its containers still ending */
  | 'terminating'

export type Pod = {
  readonly uid: Uid
  readonly owner?: Uid
  readonly labels: Labels
  readonly template: Template
  readonly phase: Phase
  readonly restarts: number
  /** the second at which a container that backs off is started again */
  readonly startsAt?: number
}

export type State = {
  /** seconds */
  readonly now: number
  readonly last: Uid
  /** each kind in the order in which they were made */
  readonly deployments: readonly Deployment[]
  readonly sets: readonly ReplicaSet[]
  readonly pods: readonly Pod[]
}

export type Action =
  | {
      readonly do: 'create'
      readonly name: string
      readonly replicas: number
      readonly image: string
      readonly strategy: Strategy
    }
  | { readonly do: 'scale'; readonly name: string; readonly replicas: number }
  /** past its Deployment */
  | { readonly do: 'scale-set'; readonly set: string; readonly replicas: number }
  | { readonly do: 'set-image'; readonly name: string; readonly image: string }
  | { readonly do: 'pause' | 'resume'; readonly name: string }
  | { readonly do: 'delete'; readonly name: string; readonly propagation: Propagation }
  | { readonly do: 'create-pod'; readonly labels: Labels; readonly image: string }
  | { readonly do: 'delete-pod'; readonly pod: Uid }
  | { readonly do: 'relabel-pod'; readonly pod: Uid; readonly labels: Labels }
  | { readonly do: 'wait'; readonly seconds: number }

/** A turn of one of those that move by themselves. */
export type Turn =
  | { readonly do: 'deployment-controller'; readonly uid: Uid }
  /** `gone`: which Pods it takes, where it has to take some */
  | { readonly do: 'replicaset-controller'; readonly uid: Uid; readonly victims: readonly Uid[] }
  | { readonly do: 'garbage-collector'; readonly uid: Uid }
  | { readonly do: 'kubelet'; readonly uid: Uid }

export type Move = Action | Turn

export type Outcome =
  | { readonly is: 'done' }
  /** What the API server says no with. */
  | { readonly is: 'NotFound' | 'AlreadyExists' | 'Invalid' }
  | { readonly is: 'no-turn' }
