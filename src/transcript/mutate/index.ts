export { mutations } from './mutations.ts'
export { survey, type Survey } from './survey.ts'
export type {
  Did,
  Matcher,
  Mutation,
  MutationKind,
  Subject,
  Survivor,
  Swallower,
  Variation,
} from './types.ts'
export { variations } from './variations.ts'
