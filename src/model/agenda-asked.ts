import type { Archive } from './archive.js'
import { type Document, mayBeQuoted, nameOf } from './document.js'
import { UserError } from './failure.js'
import { found } from './lookup.js'
import { meetingOf } from './meeting.js'

/**
 * The agenda that an id names, to be shown to those who are invited.
 * @throws UserError for what is no agenda, and for one that is not open.
 */
export function agendaAsked(archive: Archive, written: string): Document {
  const { document } = found(archive, written)
  const name = nameOf(document)
  if (document.typ !== 'kallelse') {
    const { group, day } = meetingOf(document)
    const agenda = archive
      .ofKind('kallelse')
      .find(each => group !== undefined && meetingOf(each).group === group && meetingOf(each).day === day)
    throw new UserError(
      { sv: `${name} är ingen kallelse.`, en: `${name} is not an agenda.` },
      agenda === undefined
        ? {
            sv: '`samverkan list kallelse` visar dem som finns, `samverkan new kallelse` skapar en.',
            en: '`samverkan list kallelse` shows those there are, `samverkan new agenda` makes one.',
          }
        : { sv: `Menade du \`${nameOf(agenda)}\`?`, en: `Did you mean \`${nameOf(agenda)}\`?` },
    )
  }
  if (mayBeQuoted(document)) return document
  throw new UserError(
    {
      sv: `${name} är inte öppen, och får inte skickas med e-post.`,
      en: `${name} is not open, and may not be sent by mail.`,
    },
    {
      sv: 'Är ingenting i den hemligt, skriv `sekretess: öppen`. Annars: lämna den på annat sätt.',
      en: 'If nothing in it is confidential, write `sekretess: öppen`. Otherwise give it in another way.',
    },
  )
}
