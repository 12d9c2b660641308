export { canonicalExpectations, canonicalInputs } from './canonical.ts'
