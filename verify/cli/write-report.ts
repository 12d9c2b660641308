import { resolve } from 'node:path'
import { writeWhole } from '#verify/records/index.ts'

/** Nothing where no file was asked for. */
export function writeReport(file: string | undefined, spell: () => string): void {
  if (file !== undefined) writeWhole(resolve(process.env['INIT_CWD'] ?? '', file), spell())
}
