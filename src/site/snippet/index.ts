export { default as Snippet } from './Snippet.astro'
export { trigger } from './trigger.ts'
