/**
 * Reads a kernel as distributions ship it (x86's bzImage) and takes the ELF out of it. QEMU starts an ELF with a PVH
 * entry at once; a bzImage unpacks itself first, which costs 3 s under emulation.
 * Source: the kernel's Documentation/arch/x86/boot.rst.
 */
import { execFileSync } from 'node:child_process'
import { gunzipSync, zstdDecompressSync } from 'node:zlib'

const HEADER = { setupSectors: 0x1f1, magic: 0x202, version: 0x20e, payload: 0x248, payloadLength: 0x24c }

const isBzImage = (image: Buffer): boolean =>
  image.toString('latin1', HEADER.magic, HEADER.magic + 4) === 'HdrS'
const isElf = (image: Buffer): boolean => image.toString('latin1', 0, 4) === '\x7fELF'

/** As `uname -r` prints it; undefined where the file is no kernel. */
export function readVersion(image: Buffer): string | undefined {
  if (isBzImage(image)) {
    const start = image.readUInt16LE(HEADER.version) + 0x200
    return /^\S+/.exec(image.toString('latin1', start, start + 100))?.[0]
  }
  if (!isElf(image)) return undefined
  const start = image.indexOf('Linux version ')
  return start < 0 ? undefined : image.toString('latin1', start, start + 100).split(' ')[2]
}

/** The ELF inside; undefined where it cannot be taken out or started as it is, and the image has to be booted itself. */
export function unpackImage(image: Buffer): Buffer | undefined {
  if (!isBzImage(image)) return undefined
  const sectors = image.readUInt8(HEADER.setupSectors) || 4
  const start = (sectors + 1) * 512 + image.readUInt32LE(HEADER.payload)
  const elf = decompress(image.subarray(start, start + image.readUInt32LE(HEADER.payloadLength)))
  return elf && isElf(elf) && hasPvhEntry(elf) ? elf : undefined
}

/** An ELF note of type 18 (XEN_ELFNOTE_PHYS32_ENTRY) by the name of Xen, its value 4 or 8 bytes long. */
const hasPvhEntry = (elf: Buffer): boolean =>
  [4, 8].some((size) =>
    elf.includes(Buffer.from([4, 0, 0, 0, size, 0, 0, 0, 18, 0, 0, 0, 0x58, 0x65, 0x6e, 0])),
  )

function decompress(payload: Buffer): Buffer | undefined {
  // Where the format does not carry it, the length of the content follows in four bytes.
  const content = payload.subarray(0, -4)
  const begins = (...bytes: number[]) => payload.subarray(0, bytes.length).equals(Buffer.from(bytes))
  try {
    if (begins(0x1f, 0x8b)) return gunzipSync(payload)
    if (begins(0x28, 0xb5, 0x2f, 0xfd)) return zstdDecompressSync(content)
    if (begins(0xfd, 0x37, 0x7a, 0x58)) return decompressBy('xz', ['-dc'], content)
    if (begins(0x02, 0x21, 0x4c, 0x18)) return decompressBy('lz4', ['-dc'], content)
    return undefined
  } catch {
    return undefined
  }
}

const decompressBy = (program: string, args: string[], input: Buffer): Buffer =>
  execFileSync(program, args, { input, maxBuffer: 2 ** 30, stdio: ['pipe', 'pipe', 'ignore'] })
