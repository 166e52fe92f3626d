import { inFlow } from '../kinds/fill-template.js'
import { isFields, listOf, textOf } from '../model/fields.js'
import { headingKey } from '../model/import-table.js'
import { edited } from '../parse/edit.js'
import { addToList, takeFromList } from '../parse/edit-fields.js'
import { readYaml } from '../parse/yaml.js'
import { asRead, asWritten } from './written-text.js'

/** The text of samverkan.yaml with what some columns become; every other character as it was. */
export function withColumns(
  settings: string,
  columns: readonly { readonly heading: string; readonly name: string }[],
): string {
  let now = settings
  for (const { heading, name } of columns) {
    const before = entriesIn(now).findIndex(entry => headingKey(entry) === headingKey(heading))
    if (before >= 0) now = changed(now, text => takeFromList(text, LIST, before))
    now = changed(now, text => addToList(text, LIST, inFlow({ kolumn: heading, fält: name })))
  }
  return now
}

const LIST = 'importkolumner'

const entriesIn = (settings: string): readonly string[] =>
  listOf(readYaml(asRead(settings), 1).fields, LIST).map(each =>
    isFields(each) ? (textOf(each, 'kolumn') ?? '') : '',
  )

/** The editors of front matter work on a document: the settings are one without a body. */
function changed(settings: string, edit: (text: string) => ReturnType<typeof addToList>): string {
  const ended = settings === '' || settings.endsWith('\n') ? settings : `${settings}\n`
  const fenced = `${FENCE}${asRead(ended)}${FENCE}`
  const change = edit(fenced)
  if (change === undefined) return settings
  const { from, to, by } = change
  const own = { from: from - FENCE.length, to: to - FENCE.length, by }
  return edited(ended, asWritten(ended, own))
}

const FENCE = '---\n'
