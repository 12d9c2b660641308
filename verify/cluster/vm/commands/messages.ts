/** What travels between whoever wants a command run in a machine and the agent there. Bytes go beside the JSON. */
export type Asked =
  /** The word that opens comes first, so that nobody else has anything run. */
  { kind: 'run'; word: string; command: readonly string[] } | { kind: 'input' } | { kind: 'input-end' }

export type Told = { kind: 'output'; stream: 1 | 2 } | { kind: 'ended'; code: number }
