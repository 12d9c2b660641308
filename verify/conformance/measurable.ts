import type { Subject } from '#conformance'
import type { Environment } from '#ledger'

/** Why a subject that measures cannot be put to a machine. */
export const whyUnmeasurable = <I, A, S>(
  { measured }: Pick<Subject<I, A, S>, 'measured'>,
  { accelerator }: Pick<Environment, 'accelerator'>,
): string | undefined =>
  measured && accelerator === 'tcg'
    ? 'an emulated processor gives time at no steady pace, so that nothing can be measured on it; with KVM it can.'
    : undefined
