/** A node in a virtual machine. How it is asked (`command.ts`) stands apart, for that needs no machine's code. */
export { lackingForMachine, startMachine } from './start.ts'
