/** What conformance runs have found, one for each target (and side) of a model. Without any there is nothing to claim. */
export type AgreementRecord = readonly TargetAgreement[]

export type TargetAgreement = {
  /** host, vm, vm-v1 … */
  readonly target: string
  /** which side of the model, where it has several */
  readonly aspect?: string
  readonly kernel: string
  /** where controllers answer, not a kernel */
  readonly k3s?: { readonly version: string; readonly release: boolean }
  readonly date: string
  readonly cases: number
  readonly agreed: number
  readonly differing: number
  readonly declared: number
  readonly notApplicable: number
  /** where measures are compared, and never quite equal */
  readonly error?: { readonly unit: string; readonly mean: number; readonly worst: number }
}

/** `6.18.44-custom` is shown as 6.18.44; the whole name stands on the proof page. */
export const shortKernel = (kernel: string): string => /^\d+(\.\d+)*/.exec(kernel)?.[0] ?? kernel

export const sumDeclared = (record: AgreementRecord): number =>
  record.reduce((sum, { declared }) => sum + declared, 0)
