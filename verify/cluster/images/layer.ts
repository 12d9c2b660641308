/** A tar archive whose bytes depend on nothing but names, modes and contents: no times, no owners, names in order. */
import { pack } from 'tar-stream'

export type Entry =
  | { kind: 'file'; path: string; content: Uint8Array; mode?: number }
  | { kind: 'link'; path: string; target: string }
  | { kind: 'folder'; path: string; mode?: number }

export async function archive(entries: readonly Entry[]): Promise<Buffer> {
  const tar = pack()
  for (const entry of entries.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    const common = { name: entry.path, mtime: new Date(0), uid: 0, gid: 0 }
    switch (entry.kind) {
      case 'file':
        tar.entry({ ...common, mode: entry.mode ?? 0o644 }, Buffer.from(entry.content))
        break
      case 'link':
        tar.entry({ ...common, type: 'symlink', linkname: entry.target, mode: 0o777 })
        break
      case 'folder':
        tar.entry({ ...common, type: 'directory', mode: entry.mode ?? 0o755 })
    }
  }
  tar.finalize()
  const chunks: Uint8Array[] = []
  for await (const chunk of tar) chunks.push(chunk as Uint8Array)
  return Buffer.concat(chunks)
}
