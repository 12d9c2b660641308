/** What a replay may cost; milliseconds, or a ratio of two times. */
export const bars = {
  builtinOverhead: 0.2,
  externalOverhead: 0.35,
  againstCram: 1.6,
  firstCommand: 250,
  vmFirstCommand: 8_000,
  twoJobsAgainstOne: 0.65,
} as const
