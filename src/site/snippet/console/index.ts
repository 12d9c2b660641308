export { format } from './format.ts'
export { inspect } from './inspect.ts'
