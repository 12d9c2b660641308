/** The releases of k3s that this book knows, with the sha256 of each architecture's binary, as their makers publish it. */
import { arch } from 'node:os'
import pins from './pins.json' with { type: 'json' }

export type Architecture = 'amd64' | 'arm64'

export type Pin = {
  version: string
  architecture: Architecture
  /** Undefined for a version that is not pinned: its own list of checksums is fetched with it. */
  sha256: string | undefined
}

type Releases = Readonly<Record<string, Readonly<Record<Architecture, string>>>>
const releases: Releases = pins.releases

export const newestPin = pins.newest

const isVersion = (text: string): boolean => /^v\d+\.\d+\.\d+(-rc\d+)?\+k3s\d+$/.test(text)

export function findPin(version = newestPin, machine: string = arch()): Pin {
  if (!isVersion(version))
    throw new Error(`--k3s-version: expected a release such as ${newestPin}, got ${version}.`)
  const architecture = architectureOf(machine)
  return { version, architecture, sha256: releases[version]?.[architecture] }
}

function architectureOf(machine: string): Architecture {
  if (machine === 'x64') return 'amd64'
  if (machine === 'arm64') return 'arm64'
  throw new Error(
    `k3s: expected a machine of x64 or arm64, got ${machine}. Set K3S_BIN to a binary of your own.`,
  )
}

/** A binary is a release when one of its makers' checksums is its own; a build from source has none. */
export const isPinned = (sha256: string): boolean =>
  Object.values(releases).some((files) => Object.values(files).includes(sha256))
