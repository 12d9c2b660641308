/** How far an update may go up and down. `ResolveFenceposts` in pkg/controller/deployment/util. */
import type { Deployment, Share } from './types.ts'

const resolve = (share: Share, of: number, round: (value: number) => number): number =>
  typeof share === 'number' ? share : round((of * Number.parseInt(share, 10)) / 100)

export type Fenceposts = { readonly surge: number; readonly unavailable: number }

/** Both may round to nothing, though neither was written as nothing: then one Pod may be missing. */
export const fencepostsOf = ({
  replicas,
  strategy,
}: Pick<Deployment, 'replicas' | 'strategy'>): Fenceposts => {
  if (strategy.type === 'Recreate') return { surge: 0, unavailable: replicas }
  const surge = resolve(strategy.maxSurge, replicas, Math.ceil)
  const unavailable = resolve(strategy.maxUnavailable, replicas, Math.floor)
  if (surge === 0 && unavailable === 0) return { surge, unavailable: Math.min(1, replicas) }
  return { surge, unavailable: Math.min(unavailable, replicas) }
}

/** How far the new set may grow now. */
export const roomFor = (
  deployment: Pick<Deployment, 'replicas' | 'strategy'>,
  replicas: number,
  all: number,
): number => {
  const { surge } = fencepostsOf(deployment)
  const room = deployment.replicas + surge - all
  return Math.max(0, Math.min(room, deployment.replicas - replicas))
}
