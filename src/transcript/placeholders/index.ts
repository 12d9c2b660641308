export { accepts, isTypeName, patternOf, typeNames } from './pattern.ts'
export { placeholders, type PlaceholderType, type TypeName } from './table.ts'
