/** A runner that boots a vm and waits, to be killed at any moment. */
import { createVmTarget } from './vm-target.ts'

await createVmTarget().probe()
console.log('booted')
setInterval(() => {}, 1000)
