import type { Target } from './targets.ts'

type Named = { readonly model: string; readonly aspect?: string | undefined }

/** As the command line names a subject: `cgroups`, and `cgroups-cpu` for one of its sides. */
export const nameOf = ({ model, aspect }: Named): string =>
  aspect === undefined ? model : `${model}-${aspect}`

/** The name of a record's file, without its ending: `vm`, and `cpu.vm` for one side of a model. */
export const recordName = ({ aspect }: Named, target: Target): string =>
  aspect === undefined ? target : `${aspect}.${target}`
