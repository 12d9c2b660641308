/** Kills of runs and watchdogs at random moments, and the search for what they left. */
export { playRound, timeRun, victims, type Played, type Round, type Victim } from './play-round.ts'
export { drawRounds, playRounds } from './play-rounds.ts'
