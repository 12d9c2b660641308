/** Where the project stands, and what its node_modules holds. */
import { join, resolve } from 'node:path'

export const projectRoot = resolve(import.meta.dirname, '../..')

/** A program of node_modules; called by path, so that it works without npm's PATH too. */
export const binary = (name: string): string => join(projectRoot, 'node_modules/.bin', name)
