import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { idOf, loadTranscript, selectTranscripts, shard } from './index.ts'

const root = mkdtempSync(join(tmpdir(), 'nodebook-load-'))
afterAll(() => rmSync(root, { recursive: true }))

const plain = 'targets: host\n---\n== a\n$ true\n'
const write = (path: string, text = plain) => {
  const file = join(root, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
  return file
}

const veth = write('content/net/veth.transcript')
const bridge = write('content/net/bridge.transcript')
const orphans = write('content/pid/orphans.transcript')
const own = write('elsewhere/own.transcript')

describe('choosing transcripts', () => {
  const select = (...words: string[]) =>
    selectTranscripts(words, { root, from: [join(root, 'elsewhere'), root] })

  test('nothing is the whole book, sorted', () => {
    expect(select()).toEqual({ ok: true, files: [bridge, veth, orphans] })
  })

  test('a chapter, a transcript, a path, a folder; each once', () => {
    expect(select('net')).toEqual({ ok: true, files: [bridge, veth] })
    expect(select('net/veth', 'net/veth')).toEqual({ ok: true, files: [veth] })
    expect(select('own.transcript')).toEqual({ ok: true, files: [own] })
    expect(select(own, 'elsewhere', 'pid')).toEqual({ ok: true, files: [orphans, own] })
  })

  test('a word that is nothing says what there is', () => {
    expect(select('pod')).toEqual({ ok: false, message: expect.stringContaining('net, pid') })
    expect(select('net/vet')).toEqual({ ok: false, message: expect.stringContaining('net/bridge, net/veth') })
    expect(select('pid/../../nothing.transcript')).toMatchObject({ ok: false })
  })

  test('shards are stable, disjoint and complete', () => {
    const list = ['a', 'b', 'c', 'd', 'e']
    expect([shard(list, [1, 2]), shard(list, [2, 2])]).toEqual([
      ['a', 'c', 'e'],
      ['b', 'd'],
    ])
    expect(shard(list, [1, 1])).toEqual(list)
  })
})

describe('loading a transcript', () => {
  test('ids: chapter and name in the book, the way elsewhere, and no path of the machine', () => {
    expect(idOf(veth, root)).toBe('net/veth')
    expect(idOf(own, root)).toBe('elsewhere/own')
    expect(idOf('/home/someone/x/own.transcript', root)).toBe('x/own')
  })

  test('comes with the files that it uses', async () => {
    const uses = plain.replace('---', 'uses: web.yaml\n---')
    write('elsewhere/web.yaml', 'kind: Pod\n')
    const load = await loadTranscript(write('elsewhere/uses.transcript', uses), root)
    expect(load).toMatchObject({ ok: true, loaded: { files: [{ path: 'web.yaml' }] } })
    const lacking = await loadTranscript(
      write('elsewhere/lacks.transcript', uses.replace('web', 'pod')),
      root,
    )
    expect(lacking).toEqual({
      ok: false,
      faults: [expect.stringContaining('elsewhere/lacks.transcript:1:1  expected the file "pod.yaml"')],
    })
  })

  test('a syntax fault says where it is', async () => {
    const load = await loadTranscript(write('elsewhere/bad.transcript', 'targets: moon\n'), root)
    expect(load).toMatchObject({
      ok: false,
      faults: expect.arrayContaining([expect.stringContaining('elsewhere/bad.transcript:1:10')]),
    })
  })

  test('a file that is not there is a fault', async () => {
    expect(await loadTranscript(join(root, 'no.transcript'), root)).toMatchObject({ ok: false })
  })
})
