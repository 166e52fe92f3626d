import type { Root } from 'mdast'
import type { Language } from '../model/said.js'
import { asHtml, asPlainText } from './readable-markdown.js'

/** What the words of a mail with an agenda are made of. */
export interface AgendaMail {
  readonly subject: string
  readonly when: string
  readonly place?: string
  /** The agenda itself, as Markdown read. */
  readonly agenda: Root
  /** Attached files by name, and what lies on the web by title and address. */
  readonly enclosed: readonly string[]
  readonly onWeb: readonly { readonly title: string; readonly address: string }[]
  /** Who is told by those who cannot come. */
  readonly caller?: { readonly name: string; readonly address: string }
}

/** The words of the mail: when and where, the agenda, what is attached, whom to tell. The same as plain text and as HTML. */
export function wordsOf(
  mail: AgendaMail,
  language: Language,
): { readonly text: string; readonly html: string } {
  const words = WORDS[language]
  const { when, place, agenda, enclosed, onWeb, caller } = mail
  const head = [`${words.when}: ${when}`, ...(place === undefined ? [] : [`${words.place}: ${place}`])]
  const files = [...enclosed, ...onWeb.map(({ title, address }) => `${title}: ${address}`)]
  const tell = caller === undefined ? [] : [words.tell(caller.name, caller.address)]
  const foot = [
    ...(files.length === 0 ? [] : [`${words.files}:`, ...files.map(file => `- ${file}`), '']),
    ...tell,
  ]
  return {
    text: `${head.join('\n')}\n\n${asPlainText(agenda)}${foot.length === 0 ? '' : `\n---\n${foot.join('\n').trimEnd()}\n`}`,
    html: page(mail.subject, language, [
      `<p>${head.map(escaped).join('<br>')}</p>`,
      asHtml(agenda),
      ...(files.length + tell.length === 0 ? [] : ['<hr>']),
      ...(files.length === 0
        ? []
        : [
            `<p>${words.files}:</p>`,
            `<ul>${enclosed.map(file => `<li>${escaped(file)}</li>`).join('')}${onWeb
              .map(
                ({ title, address }) =>
                  `<li>${/^https?:/i.test(address) ? `<a href="${escaped(address)}">${escaped(title)}</a>` : escaped(title)}</li>`,
              )
              .join('')}</ul>`,
          ]),
      ...tell.map(each => `<p>${escaped(each)}</p>`),
    ]),
  }
}

const WORDS = {
  sv: {
    when: 'När',
    place: 'Var',
    files: 'Bilagor',
    tell: (name: string, address: string) => `Kan du inte komma? Säg till ${name}, ${address}.`,
  },
  en: {
    when: 'When',
    place: 'Where',
    files: 'Attachments',
    tell: (name: string, address: string) => `Cannot come? Tell ${name}, ${address}.`,
  },
}

const page = (title: string, language: Language, parts: readonly string[]): string =>
  `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<title>${escaped(title)}</title>
<style>h1 { font-size: 1.4em } h2 { font-size: 1.1em; margin-top: 1.6em } p { margin: .4em 0 }</style>
</head>
<body style="font-family: sans-serif; line-height: 1.45; max-width: 44em">
${parts.join('\n')}
</body>
</html>
`

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, character => `&#${character.charCodeAt(0)};`)
