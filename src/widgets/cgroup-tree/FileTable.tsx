/** The files of the open group: what is in each, and what holds instead where a group above has the say. */
import { useState } from 'preact/hooks'
import type { Place, State } from '#models/cgroups'
import { plain, Words } from '#widgets/kit'
import type { Labels } from './labels.ts'
import { shownFiles, type ShownFile } from './shown-files.ts'

type Props = {
  readonly state: State
  /** an instant earlier */
  readonly before: State | undefined
  readonly place: Place
  /** the file in the form */
  readonly file: string
  readonly choose: (file: string) => void
  readonly labels: Labels
}

const Content = ({ file, labels }: { readonly file: ShownFile; readonly labels: Labels }) => {
  if (!file.readable) return <small>{labels.files.writeOnly}</small>
  if (file.text === '') return <small>{labels.files.empty}</small>
  return <code>{file.text.replaceAll('\n', ' · ')}</code>
}

const FileRow = ({
  file,
  chosen,
  choose,
  labels,
}: Omit<Props, 'state' | 'before' | 'place' | 'file'> & {
  readonly file: ShownFile
  readonly chosen: boolean
}) => (
  <tr class={file.changed ? 'changed' : undefined}>
    <th scope="row">
      {file.writable ? (
        <button type="button" class="who" aria-pressed={chosen} onClick={() => choose(file.name)}>
          <code>{file.name}</code>
        </button>
      ) : (
        <code>{file.name}</code>
      )}
      {file.owner ? <span class="life">{labels.files.of[file.owner]}</span> : null}
    </th>
    <td>
      <Content file={file} labels={labels} />
      {file.effect ? (
        <small class="effect">
          <Words text={labels.files.holds(file.effect.value, file.effect.at)} />
        </small>
      ) : null}
    </td>
  </tr>
)

export const FileTable = ({ state, before, place, file, choose, labels }: Props) => {
  const [all, setAll] = useState(false)
  const files = shownFiles(state, before, place)
  const shown = all ? files : files.filter(({ name, telling }) => telling || name === file)
  return (
    <div class="scrolls files" role="region" aria-label={plain(labels.files.caption(place))} tabIndex={0}>
      <table>
        <caption>
          <Words text={labels.files.caption(place)} />
        </caption>
        <thead>
          <tr>
            <th scope="col">{labels.files.file}</th>
            <th scope="col">{labels.files.reads}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((each) => (
            <FileRow
              key={each.name}
              file={each}
              chosen={each.name === file}
              choose={choose}
              labels={labels}
            />
          ))}
        </tbody>
      </table>
      <button type="button" class="more" aria-pressed={all} onClick={() => setAll(!all)}>
        {all ? labels.files.fewer : labels.files.all(files.length)}
      </button>
    </div>
  )
}
