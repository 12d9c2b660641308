/** A record as it is read from a file: anything may stand there, so every field is looked at. */
import { z } from 'astro/zod'
import type { ProofRecord } from './types.ts'

const text = z.string().min(1)
const hash = z.string().regex(/^[0-9a-f]{64}$/, 'expected a sha256 in hex')

const environment = z.strictObject({
  kernel: text,
  architecture: text,
  distribution: text,
  cgroup: z.enum(['v1', 'v2', 'hybrid']),
  bash: text,
  user: z.enum(['root', 'user']),
  iptables: text.exactOptional(),
  k3s: z.strictObject({ version: text, sha256: hash, release: z.boolean() }).exactOptional(),
  containerd: text.exactOptional(),
  runc: text.exactOptional(),
  accelerator: z.enum(['kvm', 'tcg']).exactOptional(),
})

const command = z.strictObject({
  step: text,
  index: z.int().min(0),
  command: text,
  output: z.string().exactOptional(),
  unterminated: z.literal(true).exactOptional(),
  dropped: z.int().min(1).exactOptional(),
  exit: z.int().min(0).max(255).exactOptional(),
  milliseconds: z.number().min(0).exactOptional(),
  tries: z.int().min(1).exactOptional(),
})

const record = z.strictObject({
  schema: z.literal(1),
  transcript: text,
  target: z.enum(['host', 'vm', 'k3s']),
  environment,
  started: z.iso.datetime(),
  inputs: hash,
  expectations: hash,
  commands: z.array(command),
}) satisfies z.ZodType<ProofRecord>

export type ReadRecord = { ok: true; record: ProofRecord } | { ok: false; faults: string[] }

/** Each fault names the file, the field, and what was expected. */
export function readRecord(source: string, file: string): ReadRecord {
  let value: unknown
  try {
    value = JSON.parse(source)
  } catch (error) {
    return { ok: false, faults: [`${file}: expected JSON, got ${(error as Error).message}; record it again`] }
  }
  const read = record.safeParse(value)
  if (read.success) return { ok: true, record: read.data }
  const faults = read.error.issues.map(
    ({ path, message }) =>
      `${file}: ${path.join('.') || 'record'}: ${message}; record it again, never edit it`,
  )
  return { ok: false, faults }
}
