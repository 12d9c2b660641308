import { defaultInput, podCgroups } from '#models/pod-cgroups'

const web = { requests: { cpu: '250m', memory: '64Mi' }, limits: { cpu: '500m', memory: '128Mi' } }
const log = { requests: { memory: '32Mi' } }

const { qos, groups } = podCgroups({
  ...defaultInput, // a node of 4 CPUs, version 2, the newer formula for weights
  pod: {
    containers: [
      { name: 'web', resources: web },
      { name: 'log', resources: log },
    ],
  },
})

console.log(qos)
for (const { path, files } of groups) {
  console.log(path)
  for (const { name, value } of files) console.log(`  ${name.padEnd(16)} ${value}`)
}

// Try: give log a limit for memory. Which file of the Pod's own group changes, and why?
