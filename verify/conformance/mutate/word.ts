/** What a worker says: that it still gets on, or what became of a mutant. */
export type Word = { readonly is: 'step' } | { readonly is: 'judged'; readonly killed: boolean }
