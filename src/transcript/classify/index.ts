export { classify, type Classification } from './classify.ts'
