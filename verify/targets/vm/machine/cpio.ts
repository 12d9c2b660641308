/** Writes the `newc` cpio archive that a kernel unpacks as its first root. Kinds: directories, files, symlinks. */
export type ArchiveEntry =
  | { kind: 'directory'; path: string }
  | { kind: 'file'; path: string; content: Uint8Array; executable: boolean }
  | { kind: 'link'; path: string; target: string }

const TYPE = { directory: 0o040000, file: 0o100000, link: 0o120000 } as const

function body(entry: ArchiveEntry): Uint8Array {
  switch (entry.kind) {
    case 'directory':
      return new Uint8Array()
    case 'file':
      return entry.content
    case 'link':
      return Buffer.from(entry.target)
  }
}

function mode(entry: ArchiveEntry): number {
  const executable = entry.kind !== 'file' || entry.executable
  return TYPE[entry.kind] | (executable ? 0o755 : 0o644)
}

const padding = (length: number) => Buffer.alloc((4 - (length % 4)) % 4)

function record(name: string, index: number, bits: number, content: Uint8Array): Buffer[] {
  const path = Buffer.from(`${name}\0`)
  // inode, mode, uid, gid, links, mtime, size, device (two), special device (two), length of the name, checksum
  const fields = [index, bits, 0, 0, 1, 0, content.length, 0, 0, 0, 0, path.length, 0]
  const header = Buffer.from('070701' + fields.map((field) => field.toString(16).padStart(8, '0')).join(''))
  const head = Buffer.concat([header, path])
  return [head, padding(head.length), Buffer.from(content), padding(content.length)]
}

export function archive(entries: readonly ArchiveEntry[]): Buffer {
  const records = entries.flatMap((entry, index) =>
    record(entry.path.replace(/^\/+/, ''), index + 1, mode(entry), body(entry)),
  )
  return Buffer.concat([...records, ...record('TRAILER!!!', 0, 0, new Uint8Array())])
}
