/** A file without a name, for a child to inherit: it is gone with its last descriptor, however the runner ends. */
import { closeSync, constants, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** Linux's O_TMPFILE, which Node does not name. */
const unnamed = 0o20000000 | constants.O_DIRECTORY | constants.O_RDWR

export type UnnamedFile = { fd: number; close(): void }

export function openUnnamed(folder: string, content: Uint8Array): UnnamedFile {
  const fd = open(folder)
  for (let written = 0; written < content.length;) written += writeSync(fd, content, written)
  return { fd, close: () => closeSync(fd) }
}

function open(folder: string): number {
  try {
    return openSync(folder, unnamed, 0o644)
  } catch {
    // Some file systems have none; then it has a name for a moment.
    const own = mkdtempSync(join(folder, 'nodebook-vm-'))
    const fd = openSync(join(own, 'file'), 'w+', 0o644)
    rmSync(own, { recursive: true })
    return fd
  }
}
