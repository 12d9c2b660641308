/** What the runner asks of the agent. A target's calls, with sessions by number; bytes travel beside the JSON. */
import type { Transcript } from '#transcript'

export type Question =
  | { call: 'probe' }
  | { call: 'open'; id: string; transcript: Transcript; files: readonly FileHead[] }
  | { call: 'run'; session: number; command: string; timeout: number }
  | { call: 'close'; session: number }
  | { call: 'enter'; transcript: Transcript; files: readonly FileHead[]; rows: number; columns: number }

/** Its content is the next `size` of the bytes. */
export type FileHead = { path: string; mode: number; size: number }

export type Asked = { number: number; question: Question }

export type Answer =
  | { kind: 'ready' }
  | { kind: 'value'; number: number; value: unknown }
  | { kind: 'error'; number: number; message: string }
