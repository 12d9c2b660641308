/** What page and worker say to each other. */
export type ToWorker = { readonly source: string }

export type Fault = {
  readonly message: string
  /** The snippet's line, where it is known. */
  readonly line: number | undefined
}

export type FromWorker =
  | { readonly kind: 'started' }
  | { readonly kind: 'printed'; readonly text: string }
  | { readonly kind: 'dropped'; readonly count: number }
  | { readonly kind: 'failed'; readonly fault: Fault }
  | { readonly kind: 'done' }
