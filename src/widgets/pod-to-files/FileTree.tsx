import type { File, Files, Group } from '#models/pod-cgroups'
import { Reasons, wordReason, Words } from '#widgets/kit'
import type { Language } from './labels.ts'

const FileLine = ({ file, wording, ui, labels }: Language & { readonly file: File }) => (
  <details>
    <summary>
      <code>{file.name}</code> <b>{file.value}</b>
      {file.of === 'process' ? <small> {labels.ofProcess}</small> : null}
    </summary>
    <Reasons reasons={file.because.map(wordReason(wording.reasons))} ui={ui} />
  </details>
)

const GroupFiles = ({
  group,
  depth,
  ...language
}: Language & { readonly group: Group; readonly depth: number }) => (
  <li class={`at-${depth}`}>
    <p>
      <code>{group.name === 'pause' || group.level === 'container' ? `<${group.name}>` : group.name}</code>{' '}
      <small>{language.wording.levels[group.level]}</small>
    </p>
    {group.files.map((file) => (
      <FileLine key={file.name} file={file} {...language} />
    ))}
  </li>
)

/** Every group with its files; a value opens into how it came about. */
export const FileTree = ({ files, ...language }: Language & { readonly files: Files }) => (
  <>
    <div class="class-of">
      <p>
        <b>{language.labels.class(files.qos)}</b>
      </p>
      {files.because.map((reason) => (
        <p key={reason.rule}>
          <Words text={wordReason(language.wording.reasons)(reason).text} />
        </p>
      ))}
    </div>
    <ul class="file-tree" aria-label={language.labels.files}>
      {files.groups.map((group) => (
        <GroupFiles key={group.path} group={group} depth={group.path.split('/').length} {...language} />
      ))}
    </ul>
  </>
)
