export { checkSite, type Site } from './check-site.ts'
