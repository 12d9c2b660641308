import { cacheFolder as folderNamed } from '#verify/program/index.ts'

/** Where the vm's kernel is kept. */
export const cacheFolder = (env?: Readonly<Record<string, string | undefined>>): string =>
  folderNamed('vm', env)
