/** The end of a relay that listens inside the sandbox's network. It outlives a run that is killed, and tidies up after it. */
import { rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { dirname } from 'node:path'

const [socket = '', port = ''] = process.argv.slice(2)

const server = createServer((near) => {
  const far = connect(socket)
  near.pipe(far).pipe(near)
  near.on('error', () => far.destroy())
  far.on('error', () => near.destroy())
})
server.listen(Number(port), '127.0.0.1', () => console.log('ready'))
process.stdin.resume().on('end', () => {
  rmSync(dirname(socket), { recursive: true, force: true })
  process.exit()
})
