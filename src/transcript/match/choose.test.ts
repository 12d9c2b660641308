import { describe, expect, it } from 'vitest'
import { readCommand } from '../expecting.fixture.ts'
import type { Condition } from '../types.ts'
import { chooseExpectation, holds } from './choose.ts'

const facts = { kernel: '6.9.12-cloud', cgroup: 'v1', iptables: 'nft', k3s: 'v1.36.2+k3s1' }
const split = /^(\w+)(!=|<=|>=|=|<|>)(.*)$/

function check(text: string): boolean {
  const [, fact, operator, value] = split.exec(text)!
  return holds({ fact: fact!, operator: operator as Condition['operator'], value: value! }, facts)
}

describe('conditions compare versions number by number, other facts as text', () => {
  it.each([
    'kernel<6.12',
    'kernel<=6.9.12',
    'kernel>=6.9',
    'kernel>6.9',
    'kernel>5.19.99',
    'kernel=6.9.12',
    'kernel!=6.9',
    'cgroup=v1',
    'cgroup!=v2',
    'cgroup<v2',
    'iptables=nft',
    'iptables!=legacy',
    'k3s=1.36.2',
    'k3s<v1.100',
  ])('%s holds', (text) => expect(check(text)).toBe(true))
  it.each([
    'kernel>6.12',
    'kernel=6.9',
    'kernel<6.9.12',
    'cgroup=v2',
    'iptables=legacy',
    'iptables<1',
    'runc=1.1.5',
    'runc!=1.1.5',
  ])('%s does not hold', (text) => expect(check(text)).toBe(false))
})

describe('chooses', () => {
  const command = readCommand(
    '$ x\ndefault\n@when cgroup=v2\ntwo\n@when kernel<6.12\nold\n@when kernel<7\nolder',
  )
  const chosen = (known: Record<string, string>) => chooseExpectation(command, known)?.at.line

  it('the first that holds', () => expect(chosen(facts)).toBe(8))
  it('by order, not by fit', () => expect(chosen({ ...facts, cgroup: 'v2' })).toBe(6))
  it('the default where none holds', () => expect(chosen({ kernel: '7.1' })).toBe(5))
  it('nothing where none holds and there is no default', () => {
    expect(chooseExpectation(readCommand('$ x\n@when cgroup=v2\ntwo'), facts)).toBeUndefined()
  })
})
