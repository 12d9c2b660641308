import { defaultRequests, qosOf, type QosClass } from '#kubernetes'
import { containerGroups } from './container-groups.ts'
import { classGroup, nodeGroup } from './node-groups.ts'
import { podGroup } from './pod-group.ts'
import { because, type Rule } from './rules.ts'
import type { Files, Input } from './types.ts'

const ruleOf = {
  Guaranteed: 'pod-cgroups/guaranteed',
  Burstable: 'pod-cgroups/burstable',
  BestEffort: 'pod-cgroups/best-effort',
} as const satisfies Record<QosClass, Rule>

/** Every file, from `kubepods` down to the containers. Expects an input that `checkInput` finds nothing in. */
export const podCgroups = (written: Input): Files => {
  const input = { ...written, pod: defaultRequests(written.pod) }
  const qos = qosOf(input.pod)
  const node = nodeGroup(input)
  const ofClass = classGroup(input, qos)
  const pod = podGroup(input, qos, (ofClass ?? node).path)
  return {
    qos,
    because: [because(ruleOf[qos], 'pod', {})],
    groups: [node, ...(ofClass ? [ofClass] : []), pod, ...containerGroups(input, written.pod, qos, pod.path)],
  }
}
