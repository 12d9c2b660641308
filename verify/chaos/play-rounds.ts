import { pick, randomFrom, type Random } from '#kit'
import { playRound, victims, type Played, type Round } from './play-round.ts'

/** Blows fall anywhere between a run's start and its end, which is so many milliseconds later. */
export function drawRounds(count: number, seed: number, length: number): Round[] {
  const random = randomFrom(seed)
  return Array.from({ length: count }, () => ({
    victim: pick(random, victims),
    moment: Math.floor(random() * length),
    token: drawToken(random),
  }))
}

const drawToken = (random: Random): string =>
  Array.from({ length: 6 }, () => pick(random, [...'abcdefghjkmnpqrstuvwxyz'])).join('')

export async function playRounds(
  rounds: readonly Round[],
  onPlayed: (played: Played) => void,
): Promise<Played[]> {
  const all: Played[] = []
  for (const round of rounds) {
    const played = await playRound(round)
    all.push(played)
    onPlayed(played)
  }
  return all
}
