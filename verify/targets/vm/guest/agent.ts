/**
 * The program that a guest runs: opens sessions of the host's own implementation, which in here is the guest's, and
 * answers the runner's questions about them. Ends the machine when the runner is gone.
 */
import { writeFileSync } from 'node:fs'
import { createAnswerer } from './answer.ts'
import { openPort } from './port.ts'

const powerOff = () => writeFileSync('/proc/sysrq-trigger', 'o')
const answer = createAnswerer()
const port = openPort(
  '/dev/vport0p1',
  (message) => void answer(message).then(({ head, body }) => port.send(head, body)),
  powerOff,
)
port.send({ kind: 'ready' })
