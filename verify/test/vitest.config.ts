/** Three projects: what is pure, what starts programs, and what needs the built site and Chromium. */
import { defineConfig } from 'vitest/config'
import { projectRoot } from '../program/index.ts'

export default defineConfig({
  root: projectRoot,
  test: {
    // The default of 5 s is short for property tests on two busy cores.
    testTimeout: 20_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: ['src/**/*.test.{ts,tsx}'],
          // Nothing here changes what another file sees; a world for each file costs half as much again.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['verify/**/*.test.{ts,tsx}'],
          exclude: ['verify/browser/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['verify/browser/**/*.test.{ts,tsx}'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
