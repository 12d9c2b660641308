export { scenarios, type SeesTale } from './scenarios.ts'
export { apart, placeOf, seatsOf, type Place, type Seat } from './seats.ts'
