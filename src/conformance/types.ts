/**
 * Conformance puts the same seeded cases to a model and to the real thing, step by step, and compares what is seen.
 * Left out here: how the real thing is asked; that is `verify/conformance`.
 */
import type { z } from 'astro/zod'
import type { Target } from './targets.ts'

export type Case<Input = unknown, Action = unknown> = {
  readonly input: Input
  readonly actions: readonly Action[]
}

export type Prediction<Seen> = {
  /** what is to be seen after each action, and at the end */
  readonly seen: readonly Seen[]
  /** every rule that spoke, in alphabetical order */
  readonly rules: readonly string[]
  /** set where the model says itself that it leaves this out */
  readonly leftOut?: string
}

/** A difference that is known and explained to the reader; it is counted apart. */
export type Declared<C> = { readonly id: string; readonly holds: (given: C, at: number) => boolean }

/** A model as conformance needs it. */
export type Subject<Input, Action, Seen> = {
  /** the folder below `src/models`; its records lie there */
  readonly model: string
  /** which side of the model this is, where one model is put to the real thing in several ways: `cpu`, `oom` */
  readonly aspect?: string
  readonly rules: readonly string[]
  /** rules that this target cannot make fire; the model's wording says why */
  readonly uncheckable: (target: Target) => readonly string[]
  readonly declared: readonly Declared<Case<Input, Action>>[]
  readonly makeCase: (seed: number, target: Target) => Case<Input, Action>
  readonly predict: (given: Case<Input, Action>) => Prediction<Seen>
  /** how what is seen is held against the prediction; without it all of it must be equal */
  readonly measured?: Measured<Input, Action, Seen>
  /**
   * For what is free to go several ways (controllers that take turns in any order): where what was seen leaves what may be
   * seen. All of its cases are stored whole, for the digest of one way says nothing of another.
   */
  readonly admits?: (given: Case<Input, Action>, observed: readonly Seen[]) => Difference | undefined
  /** the case with these of its actions alone, as far as they are possible without the others */
  readonly keep: (given: Case<Input, Action>, wanted: (at: number) => boolean) => Case<Input, Action>
  /** other beginnings to try a case from, the plainest first: a counterexample is easier to read from there */
  readonly plainer?: (input: Input) => readonly Input[]
  /** the case as a scenario of the model, and as the part of a page's address that opens it in a widget */
  readonly tell: (given: Case<Input, Action>) => readonly string[]
  readonly link: (given: Case<Input, Action>) => string | undefined
  readonly caseSchema: z.ZodType<Case<Input, Action>>
  readonly seenSchema: z.ZodType<Seen>
}

/**
 * For what is measured and so never quite equal: shares of a processor, say. All of its cases are stored whole, for a
 * digest says nothing of what is near. What was seen may hold what the prediction needs (the time a tree received).
 */
export type Measured<Input, Action, Seen> = {
  /** what errors are counted in, as a page prints it: `points`, `%`, `pages` */
  readonly unit: string
  readonly judge: (
    given: Case<Input, Action>,
    predicted: readonly Seen[],
    observed: readonly Seen[],
  ) => Judgement
}

export type Judgement =
  | { readonly is: 'agrees'; readonly error: number }
  | { readonly is: 'differs'; readonly error: number; readonly difference: Difference }
  /** the sample is no good (someone else used the machine): counted, and not held against the model */
  | { readonly is: 'not-applicable'; readonly why: string }

export type Difference = {
  /** the index of what was seen: of the action, or past the last one */
  readonly at: number
  readonly predicted: unknown
  readonly observed: unknown
}

/** `error` only where the subject measures. */
export type Verdict =
  | { readonly is: 'agrees'; readonly error?: number }
  | {
      readonly is: 'declared'
      readonly id: string
      readonly difference: Difference
      readonly error?: number
    }
  | { readonly is: 'differs'; readonly difference: Difference; readonly error?: number }
  | { readonly is: 'not-applicable'; readonly why: string }
