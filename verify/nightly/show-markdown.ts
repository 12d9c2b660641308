/** The report for people, and for the issue that a drift opens. Pure. */
import { sumNight } from './sum-night.ts'
import type { Drift, Night, Skip } from './types.ts'

export function showMarkdown(night: Night): string {
  const { transcripts, cases, commands, drifts, skips, moved } = sumNight(night)
  return [
    `# ${drifts.length === 0 ? 'Nothing drifted' : `${drifts.length} drifted`}`,
    '',
    `${night.started}, ${Math.round(night.seconds / 6) / 10} minutes, seed ${night.seed}. ${machineOf(night)}`,
    '',
    `- transcripts on targets: ${transcripts.passed} passed, ${transcripts.drifted} drifted, ${transcripts.skipped} skipped`,
    `- commands: ${commands.compared} compared, ${commands.ran} ran, ${commands.notRun} not run`,
    `- cases: ${cases.agree} agree, ${cases.differ} differ, ${cases.declared} declared, ${cases.notApplicable} not applicable`,
    '',
    ...drifts.flatMap(showDrift),
    ...list(
      'Passed on something else than it was recorded on',
      moved.map(({ what, from, to }) => `${what}: ${from} → ${to}`),
    ),
    ...list('Skipped', skips.map(showSkip)),
    '| part | passed | drifted | skipped | seconds |',
    '|---|---:|---:|---:|---:|',
    ...night.findings
      .filter(({ part }) => part !== 'the night')
      .map(
        ({ part, passed, drifts: own, skips: left, seconds }) =>
          `| ${part} | ${passed} | ${own.length} | ${left.length} | ${seconds.toFixed(0)} |`,
      ),
    '',
  ].join('\n')
}

const machineOf = (night: Night): string => {
  const { machine, k3s } = sumNight(night)
  const cluster = k3s ? `; k3s ${k3s.version}${k3s.release ? '' : ', not a release'}` : ''
  return machine ? `Linux ${machine.kernel}, ${machine.distribution}${cluster}.` : ''
}

const showDrift = ({ what, detail, todo }: Drift): string[] => [
  `## ${what}`,
  '',
  '```text',
  detail.replaceAll('```', "'''"),
  '```',
  '',
  `What to do: ${todo}`,
  '',
]

/** Many are skipped for the same reason. */
const showSkip = ({ what, why }: Skip): string => `${what}: ${why}`

const list = (title: string, rows: readonly string[]): string[] =>
  rows.length === 0 ? [] : [`## ${title}`, '', ...rows.map((row) => `- ${row.replaceAll('\n', ' ')}`), '']
