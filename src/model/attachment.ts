import type { Document } from './document.js'
import { isFields, listOf, textOf } from './fields.js'
import { resolvePath } from './path.js'
import type { Surroundings } from './surroundings.js'

/** One of the `bilagor` of a document that names a file. */
export interface Attachment {
  readonly title: string
  /** As written: beside the document, under `bilagor/`, from the top of the archive, or an address of the web. */
  readonly file: string
  /** Where it stands in the list. */
  readonly index: number
}

/** The files and web addresses that a document has as `bilagor`, in their order. */
export const attachmentsOf = ({ fields }: Document): readonly Attachment[] =>
  listOf(fields, 'bilagor').flatMap((each, index) => {
    const file = isFields(each) ? textOf(each, 'fil') : undefined
    if (!isFields(each) || file === undefined) return []
    return [{ title: textOf(each, 'titel') ?? file, file, index }]
  })

/** True of an attachment that lies on the web; nobody asks whether it is there. */
export const isOnWeb = ({ file }: Pick<Attachment, 'file'>): boolean => /^[a-z][a-z0-9+.-]*:\/\//i.test(file)

/** The file of the archive that an attachment means; absent when there is none. */
export const pathOfAttachment = (
  { file }: Pick<Attachment, 'file'>,
  { path }: Document,
  { files }: Surroundings,
): string | undefined =>
  [resolvePath(path, file), resolvePath('', file), `bilagor/${file}`]
    .flatMap(each => [each, each.normalize('NFC'), each.normalize('NFD')])
    .find(each => files.has(each))
