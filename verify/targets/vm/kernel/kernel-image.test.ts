import { gzipSync, zstdCompressSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { readVersion, unpackImage } from './kernel-image.ts'

/** An ELF by its first bytes, with the note that lets QEMU start it. */
const note = Buffer.from([4, 0, 0, 0, 4, 0, 0, 0, 18, 0, 0, 0, 0x58, 0x65, 0x6e, 0, 1, 2, 3, 4])
const elf = Buffer.concat([
  Buffer.from('\x7fELF'),
  Buffer.alloc(100),
  note,
  Buffer.from('Linux version 6.9.1 (me)'),
])
const elfWithoutNote = Buffer.concat([Buffer.from('\x7fELF'), Buffer.alloc(100)])

/** As boot.rst lays it out: two sectors of setup, the payload 16 bytes into what follows. */
function bzImage(payload: Buffer, version = '6.1.0-56-amd64'): Buffer {
  const setup = Buffer.alloc(3 * 512)
  setup.writeUInt8(2, 0x1f1)
  setup.write('HdrS', 0x202)
  setup.writeUInt16LE(0x300, 0x20e)
  setup.write(`${version} (debian) #1 SMP\0`, 0x500)
  setup.writeUInt32LE(16, 0x248)
  setup.writeUInt32LE(payload.length, 0x24c)
  return Buffer.concat([setup, Buffer.alloc(16), payload, Buffer.from('what follows')])
}
const withLength = (packed: Buffer, length: number): Buffer => {
  const size = Buffer.alloc(4)
  size.writeUInt32LE(length)
  return Buffer.concat([packed, size])
}

describe('the version', () => {
  test('of a bzImage stands where its header says', () => {
    expect(readVersion(bzImage(gzipSync(elf)))).toBe('6.1.0-56-amd64')
  })
  test('of an ELF stands in its banner', () => {
    expect(readVersion(elf)).toBe('6.9.1')
  })
  test('of anything else is unknown', () => {
    expect(readVersion(Buffer.alloc(2048))).toBeUndefined()
    expect(readVersion(Buffer.from('short'))).toBeUndefined()
  })
})

describe('the ELF inside', () => {
  test.each([
    ['gzip', gzipSync(elf)],
    ['zstd', withLength(zstdCompressSync(elf), elf.length)],
  ])('is unpacked from %s', (_, payload) => {
    expect(unpackImage(bzImage(payload))?.equals(elf)).toBe(true)
  })
  test('is of no use without an entry for QEMU', () => {
    expect(unpackImage(bzImage(gzipSync(elfWithoutNote)))).toBeUndefined()
  })
  test('is of no use when it is broken, or packed in an unknown way', () => {
    expect(unpackImage(bzImage(gzipSync(elf).subarray(0, 40)))).toBeUndefined()
    expect(unpackImage(bzImage(Buffer.from('unknown')))).toBeUndefined()
    expect(unpackImage(elf)).toBeUndefined()
  })
})
