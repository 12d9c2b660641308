/** What a conformance run has found. Without one there is nothing to claim. */
export type AgreementRecord = {
  readonly agreed: number
  readonly cases: number
  readonly kernel: string
  readonly declared: number
  readonly date: string
}
