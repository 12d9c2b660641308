// From a CPU request to cpu.weight: by way of shares, as runtimes were told them for version 1.
const shares = (milliCpu: number) => Math.max(2, Math.floor((milliCpu * 1024) / 1000))

const then = (s: number) => 1 + Math.floor(((s - 2) * 9999) / 262142)

function now(s: number): number {
  if (s <= 2) return 1
  if (s >= 262144) return 10000
  const l = Math.log2(s)
  return Math.ceil(10 ** ((l * l + 125 * l) / 612 - 7 / 34))
}

const column = (value: string | number) => String(value).padStart(8)

console.log(['request', 'shares', 'then', 'now'].map(column).join(''))
for (const milliCpu of [0, 10, 100, 250, 500, 1000, 2000, 64000]) {
  const s = shares(milliCpu)
  console.log([`${milliCpu}m`, s, then(s), now(s)].map(column).join(''))
}

// Two Pods that ask for 100m and 1000m should share a busy CPU 1 to 10.
const ratio = (weight: (s: number) => number) => weight(shares(1000)) / weight(shares(100))
console.log(`1000m : 100m is ${ratio(then)} : 1 then, ${ratio(now).toFixed(1)} : 1 now`)

// Try: which requests still give the same weight as their neighbour?
