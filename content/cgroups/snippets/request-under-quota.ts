// One request of so much CPU time, on one thread, under a quota. All in milliseconds.
const limits = { quota: 20, period: 100, burst: 0 }
const rest = 1000 // how long the group has slept before

type Answer = { done: number; throttled: number }

function request(work: number, { quota, period, burst } = limits): Answer {
  // What is left of a period is kept, up to `burst`; a long rest fills that.
  let saved = Math.min(burst, Math.floor(rest / period) * quota)
  let throttled = 0
  for (let begin = 0; ; begin += period) {
    const allowed = Math.min(quota + saved, period)
    if (work <= allowed) return { done: begin + work, throttled }
    work -= allowed
    saved = Math.max(0, quota + saved - allowed)
    if (allowed < period) throttled += 1
  }
}

for (const burst of [0, 20])
  for (const work of [10, 20, 21, 60]) {
    const { done, throttled } = request(work, { ...limits, burst })
    console.log(
      `burst ${burst}: ${work} ms of work, an answer after ${done} ms, throttled ${throttled} times`,
    )
  }

// Try: a quota of 2 and a period of 10. The same CPU, another wait.
