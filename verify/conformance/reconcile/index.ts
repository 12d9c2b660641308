/**
 * The model `reconcile` and the real controllers of a k3s cluster: the Deployment and ReplicaSet controllers and the garbage
 * collector. The harness plays the kubelet, so that it sleeps where a program wants it to.
 */
import type { Deed } from '#models/reconcile'
import type { Bench } from '../bench.ts'
import type { Input, Seen } from './seen.ts'
import { subject } from './subject.ts'
import { openHands } from './workplaces.ts'

/** A controller asks the API 20 times a second by default (--kube-api-qps): more programs at a time would only wait. */
const hands = 8

export const reconcile: Bench<Input, Deed, Seen> = {
  subject,
  targets: ['k3s'],
  cases: 400,
  open: () => openHands(hands),
}
