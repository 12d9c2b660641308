import type { Labels } from '#models/reconcile'
import type { Wording } from './types.ts'

const code = (text: string | number): string => `\`${text}\``

const pods = (count: number): string => (count === 1 ? '1 Pod' : `${count} Pods`)

const labelled = (labels: Labels): string =>
  Object.entries(labels)
    .map(([key, value]) => code(`${key}=${value}`))
    .join(', ')

const scaled = (set: string, from: number, to: number): string => `${code(set)} goes from ${from} to ${to}`

export const en: Wording = {
  reasons: {
    'reconcile/new-set': (_, { set, image, replicas }) =>
      `No set has the template with ${code(image)}, so there is a new one: ${code(set)}, which begins with ${replicas}.`,
    'reconcile/grow-new': (_, { set, from, to, wanted, surge, all }) =>
      `${scaled(set, from, to)}. ${wanted} are wanted and ${surge} more are allowed; the sets wanted ${all} together.`,
    'reconcile/surge-spent': (_, { set, wanted, surge, all }) =>
      `${code(set)} may not grow: the sets want ${all} together, and ${wanted} + ${surge} are the most.`,
    'reconcile/shrink-new': (_, { set, from, to }) => `${scaled(set, from, to)}: more are not wanted.`,
    'reconcile/drop-unready-old': (_, { set, from, to, available }) =>
      `${scaled(set, from, to)}. Only ${available} of its Pods were available, and nobody misses the others.`,
    'reconcile/shrink-old': (_, { set, from, to, available, least }) =>
      `${scaled(set, from, to)}: ${available} Pods are available, ${least} must be.`,
    'reconcile/keep-available': (_, { available, least, unready }) =>
      `No old Pod may go: ${available} are available and ${least} must be${unready > 0 ? `; ${unready} new ${unready === 1 ? 'one is' : 'ones are'} not ready` : ''}.`,
    'reconcile/scale-only': (_, { set, from, to }) =>
      `Somebody scaled the Deployment. Only one set counts, so ${scaled(set, from, to)}.`,
    'reconcile/scale-proportionally': (_, { set, from, to, most, before }) =>
      `Scaled in the middle of an update, so each set gets its share: ${scaled(set, from, to)}, as ${most} are to ${before}.`,
    'reconcile/empty-old-sets': (_, { set, from }) =>
      `The new set is whole, so ${scaled(set, from, 0)}, even while it is paused.`,
    'reconcile/paused': (_, { image }) =>
      `It is paused: no set is made for the template with ${code(image)}.`,
    'reconcile/recreate-empties-first': (_, { set, from }) =>
      `${code('Recreate')}: first the old ones go. ${scaled(set, from, 0)}.`,
    'reconcile/recreate-waits': (_, { pods: count }) =>
      `${code('Recreate')}: ${pods(count)} of the old template still ${count === 1 ? 'runs' : 'run'}, so it waits.`,
    'reconcile/adopt-set': (_, { set }) =>
      `${code(set)} has no owner and the labels that this Deployment selects: it is adopted.`,
    'reconcile/make-pods': (set, { has, wants }) =>
      `${code(set)} wants ${wants} and has ${has}: it makes ${pods(wants - has)}.`,
    'reconcile/take-pods': (set, { has, wants, unready }) =>
      `${code(set)} wants ${wants} and has ${has}: it deletes ${pods(has - wants)}${unready > 0 ? `, first of all ${unready} that ${unready === 1 ? 'is' : 'are'} not ready` : ''}.`,
    'reconcile/adopt-pod': (set, { pod, labels }) =>
      `Pod ${pod} has no owner and ${labelled(labels)}: ${code(set)} adopts it.`,
    'reconcile/release-pod': (set, { pod, labels }) =>
      `Pod ${pod} has ${labelled(labels)}, which ${code(set)} does not select: it is let go, and runs on.`,
    'reconcile/deleted-owner-rests': (set, { has, wants }) =>
      `${code(set)} is being deleted. That it wants ${wants} and has ${has} moves nobody any more.`,
    'reconcile/owner-gone': (subject, { kind }) =>
      kind === 'Pod'
        ? `The owner of Pod ${subject} is gone, so the garbage collector deletes it.`
        : `The owner of ${code(subject)} is gone, so the garbage collector deletes it.`,
    'reconcile/dependents-first': (owner, { left }) =>
      `${code(owner)} goes last: first the ${left} that it owns are deleted.`,
    'reconcile/owner-last': (owner) => `Nothing that ${code(owner)} owned is left. Now it goes itself.`,
    'reconcile/orphan-dependents': (owner, { dependents }) =>
      `${code(owner)} goes alone: its name is struck from the ${dependents} that it owned.`,
    'reconcile/container-started': (_, { pod }) => `The container of Pod ${pod} has started: it is ready.`,
    'reconcile/back-off': (_, { pod, restarts, seconds }) =>
      `The container of Pod ${pod} ended${restarts > 0 ? ` again (${restarts} ${restarts === 1 ? 'restart' : 'restarts'})` : ''}. It is started again ${seconds === 0 ? 'at once' : `after ${seconds} s`}.`,
    'reconcile/pod-ended': (_, { pod }) => `The containers of Pod ${pod} have ended: it is gone.`,
    'reconcile/accepted': (subject, { what, propagation }) =>
      what === 'object'
        ? 'The API server stores it. Nothing else has happened yet.'
        : propagation === 'Foreground' || propagation === 'Orphan'
          ? `The API server only marks ${code(subject)}: a finalizer holds it (${propagation}).`
          : propagation
            ? `The API server removes ${code(subject)} at once; what it owned stays for now.`
            : `Pod ${subject} is marked; it goes when its containers have ended.`,
    'reconcile/not-found': (_, { name }) => `There is no ${code(name)}.`,
    'reconcile/already-exists': (_, { name }) => `There is a ${code(name)} already.`,
    'reconcile/invalid': (_, facts) =>
      facts.what === 'replicas'
        ? `${facts.replicas} replicas make no sense.`
        : `${code(`maxSurge ${facts.maxSurge}`)} and ${code(`maxUnavailable ${facts.maxUnavailable}`)}: it could never move.`,
  },
  moves: {
    create: ({ name, replicas, image }) =>
      `You create Deployment ${code(name)}: ${replicas} of ${code(image)}`,
    scale: ({ name, replicas }) => `You scale ${code(name)} to ${replicas}`,
    'scale-set': ({ set, replicas }) => `You scale the set ${code(set)} to ${replicas}, past its Deployment`,
    'set-image': ({ name, image }) => `You set the image of ${code(name)} to ${code(image)}`,
    pause: ({ name }) => `You pause ${code(name)}`,
    resume: ({ name }) => `You resume ${code(name)}`,
    delete: ({ name, propagation }) => `You delete ${code(name)} (${propagation})`,
    'create-pod': ({ labels, image }) => `You create a bare Pod of ${code(image)} with ${labelled(labels)}`,
    'delete-pod': ({ pod }) => `You delete Pod ${pod}`,
    'relabel-pod': ({ pod, labels }) => `You label Pod ${pod} ${labelled(labels)}, nothing else`,
    wait: ({ seconds }) => `${seconds} seconds pass`,
    'deployment-controller': () => 'The Deployment controller takes its turn',
    'replicaset-controller': () => 'The ReplicaSet controller takes its turn',
    'garbage-collector': () => 'The garbage collector takes its turn',
    kubelet: ({ uid }) => `The kubelet looks after Pod ${uid}`,
  },
  outcomes: {
    done: 'done',
    NotFound: '`NotFound`',
    AlreadyExists: '`AlreadyExists`',
    Invalid: '`Invalid`',
    'no-turn': 'there is nothing to take a turn for',
  },
  phases: {
    pending: 'starting',
    ready: 'ready',
    'backing-off': 'CrashLoopBackOff',
    terminating: 'ending',
  },
  played: {
    'reconcile/container-started':
      'When a container starts: in the runs the harness plays the kubelet, so that it acts only when its turn comes.',
    'reconcile/back-off': 'The times of back-off, for the same reason.',
    'reconcile/pod-ended': 'When a Pod’s containers have ended, for the same reason.',
  },
  leftOut: {
    'stale-caches': 'Controllers read from caches that may be behind; here they see what is.',
    'min-ready-seconds': '`minReadySeconds`: here a Pod that is ready is available.',
    'progress-deadline': '`progressDeadlineSeconds`: only a condition is set when it is over.',
    'revision-history': '`revisionHistoryLimit`: old empty sets stay.',
    rollback: '`kubectl rollout undo`: it is an update to an older template.',
    'pod-deletion-cost': 'The annotation `pod-deletion-cost`, and on how many nodes Pods are spread.',
    nodes: 'Nodes, and Pods that find none.',
    quota: 'Quotas and admission that refuse a Pod.',
    'terminating-replicas': 'Counting Pods that are ending (`terminatingReplicas`).',
    collisions: 'Two templates with one hash.',
  },
  scenarios: {
    'deleted-pod': { name: 'A Pod is deleted', about: 'Three are wanted. One goes.' },
    created: { name: 'A Deployment is created', about: 'One object stored, three kinds at work.' },
    updated: { name: 'A rolling update', about: 'One more at most, none fewer.' },
    stuck: { name: 'An image that crashes', about: 'An update that cannot end, and the way back.' },
    recreated: { name: 'Recreate', about: 'First all of the old go, then the new come.' },
    relabelled: { name: 'Labels decide', about: 'A Pod taken out for a look, and given back.' },
    overruled: { name: 'Past the Deployment', about: 'Who owns the number?' },
    orphaned: { name: 'Left behind, and found', about: '`--cascade=orphan`, and a namesake.' },
    foreground: { name: 'The owner goes last', about: '`--cascade=foreground`.' },
  },
  questions: {
    'after-deleted-pod': 'You delete a Pod of three. How many are there when all is at rest?',
    'after-broken': 'The new image crashes. How many of the old Pods go on serving?',
    'after-relabel': 'You take the label `app=web` from one of three Pods. How many Pods are there then?',
    'after-return': 'You give the label back. And now?',
    'after-scale-set': 'You scale the set itself to 5. How many Pods are there when all is at rest?',
    'after-orphan': 'You delete the Deployment and leave what it owns. How many Pods are there then?',
    'after-again': 'You create the Deployment again. What will it do with the set that lies there?',
  },
  choices: {
    'no-pods': 'none',
    'two-pods': '2',
    'three-pods': '3',
    'four-pods': '4',
    'five-pods': '5',
    'old-serve': 'all 3',
    'fewer-old-serve': 'fewer than 3',
    'none-serve': 'none',
    'set-taken': 'take it over',
    'set-new': 'make one of its own beside it',
  },
}
