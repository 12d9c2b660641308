import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createDecoder, encode, type Message } from './wire.ts'

test('what is encoded comes out, however the bytes are cut', () => {
  const message = fc.record({ head: fc.jsonValue(), body: fc.uint8Array() })
  fc.assert(
    fc.property(fc.array(message), fc.array(fc.nat(40)), (messages, cuts) => {
      const heard: Message[] = []
      const decode = createDecoder((each) => heard.push(each))
      let bytes = Buffer.concat(messages.map(({ head, body }) => encode(head, body)))
      for (const cut of cuts) {
        decode(bytes.subarray(0, cut))
        bytes = bytes.subarray(cut)
      }
      decode(bytes)
      expect(heard.map(({ head }) => JSON.stringify(head))).toEqual(
        messages.map(({ head }) => JSON.stringify(head)),
      )
      expect(heard.map(({ body }) => [...body])).toEqual(messages.map(({ body }) => [...body]))
    }),
  )
})

test('what is no message is refused', () => {
  const decode = createDecoder(() => {})
  expect(() => decode(Buffer.from('\0\0\0\x03\0\0\0\0{,}'))).toThrow(SyntaxError)
  expect(() => createDecoder(() => {})(Buffer.alloc(8, 0xff))).toThrow(RangeError)
})
