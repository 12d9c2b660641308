/** Makes the vm ready to be used: what can be fetched without root is, once; after that it works offline. */
import { canBoot } from './available.ts'
import { prepareKernel } from './kernel/index.ts'

/** `say` gets a line for each thing that takes a while. Rejects with what is missing and how to have it. */
export async function prepareVm(say: (line: string) => void): Promise<void> {
  const bootable = await canBoot()
  if (!bootable.ok) throw new Error(`vm: expected ${bootable.missing}. ${bootable.todo}`)
  await prepareKernel(say)
}
