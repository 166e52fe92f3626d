import { join } from 'node:path'
import type { Archive } from '../model/archive.js'
import { attachmentsOf, isOnWeb, pathOfAttachment } from '../model/attachment.js'
import { type Document, mayBeQuoted } from '../model/document.js'
import { UserError } from '../model/failure.js'
import type { Disk } from '../model/ports.js'
import type { Said } from '../model/said.js'

/** A file that goes with a document when it is sent. */
export interface Enclosure {
  /** Path in the archive. */
  readonly path: string
  /** Name without folders. */
  readonly name: string
  readonly bytes: Uint8Array
}

/** So many bytes of files go with one mail: most mail servers take no more. */
const MOST = 20 * 1024 * 1024

/**
 * The files that a document has as `bilagor`, read. Only what lies in the archive itself and may be shown to everybody.
 * @throws UserError for one that is missing, a link, too large, or a document that is not open.
 */
export function enclosuresOf(
  document: Document,
  archive: Archive,
  top: string,
  disk: Disk,
): readonly Enclosure[] {
  let left = MOST
  return attachmentsOf(document)
    .filter(attachment => !isOnWeb(attachment))
    .map(attachment => {
      const { file } = attachment
      const path = pathOfAttachment(attachment, document, archive)
      if (path === undefined) throw refused(file, PROBLEMS.missing)
      const attached = archive.byPath(path)
      if (attached !== undefined && !mayBeQuoted(attached)) throw refused(path, NOT_OPEN)
      const read = disk.read(join(top, path), left)
      if ('problem' in read) throw refused(path, PROBLEMS[read.problem])
      left -= read.bytes.length
      return { path, name: path.slice(path.lastIndexOf('/') + 1), bytes: Uint8Array.from(read.bytes) }
    })
}

const refused = (file: string, { says, advice }: { readonly says: Said; readonly advice: Said }): UserError =>
  new UserError(
    {
      sv: `Bilagan \`${file}\` kan inte skickas med: ${says.sv}.`,
      en: `The attachment \`${file}\` cannot be sent: ${says.en}.`,
    },
    advice,
  )

const NOT_OPEN = {
  says: { sv: 'dokumentet är inte öppet', en: 'the document is not open' },
  advice: {
    sv: 'Ta bort den ur `bilagor`, och lämna den på annat sätt till dem som har rätt att läsa den.',
    en: 'Take it out of `bilagor`, and give it otherwise to those who may read it.',
  },
}

const PUT_IT = {
  sv: 'Lägg själva filen under `bilagor/`, eller rätta namnet i kallelsen.',
  en: 'Put the file itself under `bilagor/`, or correct the name in the agenda.',
}

const PROBLEMS = {
  missing: {
    says: { sv: 'filen finns inte i arkivet', en: 'the file is not in the archive' },
    advice: PUT_IT,
  },
  symlink: { says: { sv: 'den är en symbolisk länk', en: 'it is a symbolic link' }, advice: PUT_IT },
  'not-a-file': { says: { sv: 'den är ingen vanlig fil', en: 'it is no ordinary file' }, advice: PUT_IT },
  failed: { says: { sv: 'den kunde inte läsas', en: 'it could not be read' }, advice: PUT_IT },
  denied: {
    says: { sv: 'du får inte läsa den', en: 'you may not read it' },
    advice: { sv: 'Kontrollera filens rättigheter.', en: 'Check the permissions of the file.' },
  },
  'too-large': {
    says: {
      sv: 'bilagorna är tillsammans större än 20 MB, mer än de flesta e-postservrar tar emot',
      en: 'the attachments together are larger than 20 MB, more than most mail servers take',
    },
    advice: {
      sv: 'Lägg filen där alla kommer åt den, och skriv dess webbadress i `fil:`.',
      en: 'Put the file where all can reach it, and write its web address in `fil:`.',
    },
  },
}
