/** What page and worker say to each other. */
export type ToWorker = { readonly source: string }

export type Fault = {
  readonly message: string
  /** The snippet's line, where it is known. */
  readonly line: number | undefined
}

/** As Node's console divides them; what a run is compared by is what it printed to stdout. */
export type Stream = 'stdout' | 'stderr'

export type FromWorker =
  | { readonly kind: 'started' }
  | { readonly kind: 'printed'; readonly to: Stream; readonly text: string }
  | { readonly kind: 'dropped'; readonly count: number }
  | { readonly kind: 'failed'; readonly fault: Fault }
  | { readonly kind: 'done' }
