import { expect, test } from 'vitest'
import { archive, type ArchiveEntry } from './cpio.ts'

/** Reads the format independently: 6 + 13 × 8 characters, name, content, each padded to 4 bytes. */
function read(bytes: Buffer): { path: string; mode: string; content: string }[] {
  const found = []
  for (let at = 0; ;) {
    expect(bytes.toString('latin1', at, at + 6)).toBe('070701')
    const field = (index: number) =>
      parseInt(bytes.toString('latin1', at + 6 + index * 8, at + 14 + index * 8), 16)
    const [mode, size, length] = [field(1), field(6), field(11)]
    const path = bytes.toString('utf8', at + 110, at + 110 + length - 1)
    const start = (at + 110 + length + 3) & ~3
    if (path === 'TRAILER!!!') return found
    found.push({ path, mode: mode.toString(8), content: bytes.toString('utf8', start, start + size) })
    at = (start + size + 3) & ~3
  }
}

test('what is archived can be read', () => {
  const entries: ArchiveEntry[] = [
    { kind: 'directory', path: '/bin' },
    { kind: 'file', path: '/bin/é', content: Buffer.from('12345'), executable: true },
    { kind: 'file', path: '/f', content: Buffer.from(''), executable: false },
    { kind: 'link', path: '/l', target: 'bin/é' },
  ]
  expect(read(archive(entries))).toEqual([
    { path: 'bin', mode: '40755', content: '' },
    { path: 'bin/é', mode: '100755', content: '12345' },
    { path: 'f', mode: '100644', content: '' },
    { path: 'l', mode: '120755', content: 'bin/é' },
  ])
})
