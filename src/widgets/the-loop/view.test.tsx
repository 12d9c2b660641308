import { render } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import {
  isTurn,
  leftOut,
  played,
  readMove,
  rules,
  scenarios,
  writeMove,
  type Move,
  type LoopTale,
} from '#models/reconcile'
import { act, decode, encode, frameAt, longest, open, wordReason } from '#widgets/kit'
import { checkStoryWidget, textOf } from '#widgets/kit/story/story-widget.fixture.tsx'
import English, { language as en } from './en.tsx'
import type { Language } from './labels.ts'
import { nextSteps } from './next-steps.ts'
import { ObjectTable } from './ObjectTable.tsx'
import { speechOf, stage } from './story.ts'
import { Whole } from './Whole.tsx'
import Chinese, { language as zhCn } from './zh-cn.tsx'

const languages = [
  ['en', en, English],
  ['zh-cn', zhCn, Chinese],
] as const

const ids = scenarios.map(({ id }) => id)

const lastOf = (scenario: string) => {
  const { frames } = open(stage, scenario)
  return { now: frames.length - 1, state: frameAt(frames, frames.length).state }
}

const rowsAt = (scenario: string, now: number): readonly string[] => {
  const { frames } = open(stage, scenario)
  const html = render(
    <ObjectTable state={frameAt(frames, now).state} before={undefined} caption="now" {...en} />,
  )
  return html
    .split('<tr')
    .slice(2)
    .map((row) => textOf(row).replace(/^[^>]*> ?/, ''))
}

checkStoryWidget<LoopTale, Language>({
  ...{ stage, speechOf, rules, Whole, languages },
  words: ({ wording }) => wording,
  isSilent: isTurn,
  leftOut: ({ wording }) => [
    ...leftOut.map((what) => wording.leftOut[what]),
    ...played.map((rule) => wording.played[rule]),
  ],
})

describe.each(languages)('%s', (_, { wording, ...language }) => {
  test.each(ids)('%s: every next step has its reasons in words', (id) => {
    for (const { state } of open(stage, id).frames)
      for (const { reasons } of nextSteps(state))
        for (const reason of reasons)
          expect(wordReason(wording.reasons)(reason).text).not.toMatch(/undefined|null|NaN|\[object|^$/)
  })

  test('the story without a script says who makes the Pod, and why', () => {
    const text = textOf(render(<Whole scenario="deleted-pod" {...{ wording, ...language }} />))
    expect(text).toContain(
      wording.reasons['reconcile/make-pods']('web-v1', { has: 2, wants: 3 }).replaceAll('`', ''),
    )
  })
})

describe('stories', () => {
  test.each(ids)('%s can be read to its end', (id) => {
    expect(open(stage, id).frames.length).toBeLessThan(longest)
    expect(stage.enabled(lastOf(id).state)).toEqual([])
  })

  test.each([
    ['deleted-pod', ['web 3', 'web-v1 3/3']],
    ['updated', ['web 2', 'web-v1 0/0', 'web-v2 2/2']],
    ['overruled', ['web 3', 'web-v1 3/3']],
    ['foreground', []],
  ])('%s ends with %j', (id, expected) => {
    const { deployments, sets } = lastOf(id).state
    expect([
      ...deployments.map(({ name, replicas }) => `${name} ${replicas}`),
      ...sets.map(({ name, replicas, status }) => `${name} ${status.available}/${replicas}`),
    ]).toEqual(expected)
  })
})

test('the table has each object below its owner', () => {
  expect(rowsAt('deleted-pod', 1)).toEqual([
    'web v1 3',
    'web-v1 v1 3 3 of 3 available',
    'Pod 3 app=web pod-template-hash=v1 ending',
    'Pod 4 app=web pod-template-hash=v1 ready',
    'Pod 5 app=web pod-template-hash=v1 ready',
  ])
})

test('who would do nothing says why', () => {
  const { frames } = open(stage, 'stuck')
  const stuck = frames.findLast(({ state }) => stage.enabled(state).length === 0 && state.sets.length === 2)
  const before = frames.find(({ state, made }) => made && stage.enabled(state).length === 0)
  expect(stuck).toBeDefined()
  expect(
    nextSteps((before ?? frames[0]).state).map(({ changes, reasons }) => [
      changes,
      reasons.map(({ rule }) => rule),
    ]),
  ).toEqual([[false, ['reconcile/surge-spent', 'reconcile/keep-available']]])
})

describe('links', () => {
  test('hold the reader’s own moves, and the turns that followed', () => {
    const story = act(open(stage, 'deleted-pod'), 0, { do: 'scale', name: 'web', replicas: 2 })
    const text = encode({ story, now: 3 })
    expect(text).toMatch(/^deleted-pod\.3\.0\.s-web-2\.D-1\./)
    expect(decode(stage, text)?.story.frames).toEqual(story.frames)
  })

  test.each<Move>([
    {
      ...({ do: 'create', name: 'web', replicas: 2, image: 'v1' } as const),
      strategy: { type: 'RollingUpdate', maxSurge: '25%', maxUnavailable: 1 },
    },
    { do: 'create', name: 'web', replicas: 0, image: 'v1', strategy: { type: 'Recreate' } },
    { do: 'scale-set', set: 'web-v1', replicas: 4 },
    { do: 'set-image', name: 'web', image: 'broken' },
    { do: 'pause', name: 'web' },
    { do: 'resume', name: 'web' },
    { do: 'delete', name: 'web', propagation: 'Orphan' },
    { do: 'create-pod', image: 'v1', labels: { app: 'web', 'pod-template-hash': 'v1' } },
    { do: 'delete-pod', pod: 3 },
    { do: 'relabel-pod', pod: 3, labels: { app: 'debug' } },
    { do: 'wait', seconds: 10 },
    { do: 'replicaset-controller', uid: 2, victims: [4, 5] },
    { do: 'garbage-collector', uid: 7 },
    { do: 'kubelet', uid: 3 },
  ])('%j is read as it was written', (move) => {
    expect(readMove(writeMove(move))).toEqual(move)
  })

  test.each(['created.1.1.z-app-1', 'created.1.1.s-web', 'created.1.1.K-1-2'])('%s is none', (text) =>
    expect(decode(stage, text)).toBeUndefined(),
  )
})
