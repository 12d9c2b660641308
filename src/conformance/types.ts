/**
 * Conformance puts the same seeded cases to a model and to the real thing, step by step, and compares what is seen.
 * Left out here: how the real thing is asked; that is `verify/conformance`.
 */
import type { z } from 'astro/zod'

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
  readonly model: string
  readonly rules: readonly string[]
  /** rules that can fire in no sandbox; the model's wording says why */
  readonly uncheckable: readonly string[]
  readonly declared: readonly Declared<Case<Input, Action>>[]
  readonly makeCase: (seed: number) => Case<Input, Action>
  readonly predict: (given: Case<Input, Action>) => Prediction<Seen>
  /** the case with these of its actions alone, as far as they are possible without the others */
  readonly keep: (given: Case<Input, Action>, wanted: (at: number) => boolean) => Case<Input, Action>
  /** the case as a scenario of the model, and as the part of a page's address that opens it in a widget */
  readonly tell: (given: Case<Input, Action>) => readonly string[]
  readonly link: (given: Case<Input, Action>) => string | undefined
  readonly caseSchema: z.ZodType<Case<Input, Action>>
  readonly seenSchema: z.ZodType<Seen>
}

export type Difference = {
  /** the index of what was seen: of the action, or past the last one */
  readonly at: number
  readonly predicted: unknown
  readonly observed: unknown
}

export type Verdict =
  | { readonly is: 'agrees' }
  | { readonly is: 'declared'; readonly id: string; readonly difference: Difference }
  | { readonly is: 'differs'; readonly difference: Difference }
  | { readonly is: 'not-applicable'; readonly why: string }
