/** What a model says about each decision: data, never prose. `wording` turns a rule id into a sentence. */

/** accept: the move is allowed; reject: it is refused; effect: something that follows from it. */
export type Verdict = 'accept' | 'reject' | 'effect'

export type Reason<Rule extends string = string, Facts = unknown> = {
  readonly rule: Rule
  readonly subject: string
  readonly verdict: Verdict
  readonly facts: Facts
}

/** The union of reasons for a table from rule id to the facts that rule states. */
export type ReasonOf<Table> = { [R in keyof Table & string]: Reason<R, Table[R]> }[keyof Table & string]

export type Trace<Table> = readonly ReasonOf<Table>[]
