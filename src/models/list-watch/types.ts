/**
 * One kind of object in one API server, whoever writes it, and one client that lists and watches what its selector
 * asks for (k8s.io/apiserver: pkg/storage/etcd3, pkg/storage/cacher; client-go: tools/cache/reflector.go). What is
 * left out: `leftOut` in rules.ts.
 */

/** A resourceVersion: one counter for all that the server stores. */
export type Version = number

export type Stored = {
  readonly name: string
  readonly version: Version
  /** does the client's selector ask for it? */
  readonly matches: boolean
  /** what is written in it: each write that changes something counts one up */
  readonly data: number
}

/** A write, as the server remembers it. */
export type Change = {
  readonly version: Version
  readonly name: string
  readonly before?: Stored
  readonly after?: Stored
}

export type EventType = 'ADDED' | 'MODIFIED' | 'DELETED'

export type Event = { readonly type: EventType; readonly name: string; readonly version: Version }

export type Phase = 'new' | 'listed' | 'watching' | 'cut' | 'expired'

export type Client = {
  readonly phase: Phase
  /** what it believes is there */
  readonly cache: readonly { readonly name: string; readonly version: Version; readonly data: number }[]
  /** the last version it has heard of: a watch goes on from here */
  readonly at: Version
}

export type State = {
  /** the last version given */
  readonly version: Version
  readonly objects: readonly Stored[]
  readonly history: readonly Change[]
  /** changes up to this version are forgotten: no new watch can begin before it */
  readonly forgotten: Version
  readonly client: Client
}

export type Action =
  | { readonly do: 'create'; readonly name: string; readonly matches: boolean }
  /** `based`: on the version that the server has, or on the one in the client's cache */
  | { readonly do: 'update'; readonly name: string; readonly based: 'server' | 'cache' }
  /** moves it into what the selector asks for, or out of it */
  | { readonly do: 'relabel'; readonly name: string }
  /** writes what is there already */
  | { readonly do: 'rewrite'; readonly name: string }
  | { readonly do: 'delete'; readonly name: string }
  /** a write of another kind of object */
  | { readonly do: 'elsewhere' }
  | { readonly do: 'list' }
  | { readonly do: 'watch' }
  | { readonly do: 'receive' }
  | { readonly do: 'bookmark' }
  | { readonly do: 'cut' }
  | { readonly do: 'compact' }

export type Refusal = 'AlreadyExists' | 'Conflict' | 'Expired' | 'NotFound'

/** The HTTP status that goes with it. */
export const codes = {
  AlreadyExists: 409,
  Conflict: 409,
  Expired: 410,
  NotFound: 404,
} as const satisfies Record<Refusal, number>

export type Outcome =
  | { readonly is: 'done' }
  | { readonly is: 'written'; readonly version: Version }
  | { readonly is: 'listed'; readonly names: readonly string[]; readonly version: Version }
  | { readonly is: 'event'; readonly event: Event }
  | { readonly is: 'refused'; readonly reason: Refusal; readonly code: number }
  /** nothing to receive, nobody to cut off, no version to watch from */
  | { readonly is: 'idle' }
