/** Transcripts: the grammar, the placeholders and the matching. Pure; the site and `verify` use the same code. */
export type * from './types.ts'
export * from './parse/index.ts'
export * from './print/index.ts'
export * from './placeholders/index.ts'
export * from './match/index.ts'
export * from './classify/index.ts'
export * from './canonical/index.ts'
export * from './mutate/index.ts'
