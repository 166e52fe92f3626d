import { join } from 'node:path'
import fc from 'fast-check'
import ICAL from 'ical.js'
import PostalMime from 'postal-mime'
import { expect, test } from 'vitest'
import { agendaDraft } from '../src/exchange/agenda-draft.js'
import { asEml, isMailAddress, type MailDraft } from '../src/exchange/eml.js'
import { asHtml, asPlainText } from '../src/exchange/readable-markdown.js'
import type { Day } from '../src/model/day.js'
import { meetingEvent } from '../src/model/meeting-events.js'
import { scheduledMeetings } from '../src/model/scheduled-meeting.js'
import { treeOf } from '../src/parse/markdown.js'
import { archiveOfTexts, ROOT, textsIn } from './demonstration.js'

/** Words as people write them in titles and file names, and what a hostile one might hold. */
const words = fc
  .array(
    fc.constantFrom(
      'Möte',
      'åäö',
      ' ',
      '§ 4',
      '"',
      '<x@y.se>',
      ',',
      'längre än en rad får vara',
      '🌻',
      '=?utf-8?B?',
      '%',
      "'",
      ';',
      '(',
      'a',
    ),
    { minLength: 1, maxLength: 30 },
  )
  .map(parts => parts.join('').trim())
  .filter(text => text !== '')

const box = fc.record({ name: words, address: fc.constantFrom('alva.ask@ekmo.example', 'a+b@x-y.example') })

const draft: fc.Arbitrary<MailDraft> = fc.record({
  to: fc.array(box, { maxLength: 4 }),
  cc: fc.array(box, { maxLength: 2 }),
  subject: words,
  day: fc.constant('2025-01-20' as Day),
  text: words,
  html: words.map(text => `<p>${text.replace(/[<>&]/g, '')}</p>`),
  attachments: fc.array(
    fc.record({
      name: words.map(text => `${text.replaceAll('/', '-')}.pdf`),
      type: fc.constant('application/pdf'),
      bytes: fc.uint8Array({ maxLength: 300 }),
    }),
    { maxLength: 3 },
  ),
})

/** Spaces at the ends and in rows mean nothing in a header. */
const spaced = (text: string | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim()

test('another reader finds in a draft what was put into it', async () => {
  await fc.assert(
    fc.asyncProperty(draft, async mail => {
      const written = asEml(mail)
      const read = await PostalMime.parse(written)
      expect(spaced(read.subject)).toBe(spaced(mail.subject))
      for (const [boxes, written] of [
        [read.to, mail.to],
        [read.cc, mail.cc],
      ] as const) {
        expect((boxes ?? []).map(({ name, address }) => [spaced(name), address])).toEqual(
          written.map(({ name, address }) => [spaced(name), address]),
        )
      }
      expect(read.text?.trimEnd()).toBe(mail.text)
      expect(read.html?.trimEnd()).toBe(mail.html)
      expect(
        read.attachments.map(({ filename, mimeType, content }) => [
          filename,
          mimeType,
          [...new Uint8Array(content as ArrayBuffer)],
        ]),
      ).toEqual(mail.attachments.map(({ name, type, bytes }) => [name, type, [...bytes]]))
    }),
  )
})

test('a draft is ASCII on short lines, and says that it has not been sent', () => {
  fc.assert(
    fc.property(draft, mail => {
      const written = asEml(mail)
      expect(written).toMatch(/^[\x20-\x7e\r\n]*$/)
      expect(written.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
      expect(Math.max(...written.split('\r\n').map(line => line.length))).toBeLessThanOrEqual(78)
      expect(written).toContain('\r\nX-Unsent: 1\r\n')
      expect(asEml(mail)).toBe(written)
    }),
  )
})

test.each(['a@b.se\r\nBcc: x@y.se', 'a b@c.se', 'a@b', 'a@b.se,c@d.se', '<a@b.se>', ''])(
  '%j is no address',
  text => {
    expect(isMailAddress(text)).toBe(false)
  },
)

test('an agenda as HTML and as text holds no mark, comment, picture or link into the archive', () => {
  const agenda = [
    '# Kallelse\n',
    '<!-- Därför: stående punkt -->\n',
    '## § 1 Rutin <script>alert(1)</script>\n',
    '*Slag: beslut*\n',
    'Läs [rutinen](../../rutiner/a.md) och [webben](https://exempel.se/a?b=1), inte [den](javascript:alert(1)).\n',
    '![bild](https://spion.example/p.gif)\n',
    '1. ett\n2. två\n   - [ ] kvar\n   - [x] klart\n',
    '> citat\n',
    '| a | b |\n|---|---|\n| 1 | 2 |\n',
  ].join('\n')
  expect(asPlainText(treeOf(agenda))).toBe(
    `${[
      'Kallelse',
      '',
      '§ 1 Rutin alert(1)',
      '',
      'Slag: beslut',
      '',
      'Läs rutinen och webben (https://exempel.se/a?b=1), inte den.',
      '',
      'bild',
      '',
      '1. ett',
      '2. två',
      '   - [ ] kvar',
      '   - [x] klart',
      '',
      '> citat',
      '',
      'a | b',
      '1 | 2',
    ].join('\n')}\n`,
  )
  const html = asHtml(treeOf(agenda))
  expect(html).toContain('<a href="https://exempel.se/a?b=1">webben</a>')
  expect(html).toContain('Läs rutinen och')
  expect(html).not.toMatch(/script|Därför|<img|javascript|\.\.\//)
})

test('the draft of an agenda carries its words, its attachment and its meeting, as other readers find', async () => {
  const path = 'moten/lansgruppen/2024/2024-12-04-kallelse.md'
  const texts = textsIn(join(ROOT, 'examples'))
  const archive = await archiveOfTexts(texts, '2024-11-20')
  const agenda = archive.byPath(path)
  if (agenda === undefined) throw new Error(`No ${path}.`)
  const [meeting] = scheduledMeetings(archive, 'lansgruppen').filter(each => each.agenda === agenda)
  if (meeting === undefined) throw new Error('No meeting.')
  const event = meetingEvent(meeting, archive, 'sv', new Map())
  const enclosures = [{ name: 'Läge & tid.pdf', bytes: new Uint8Array([37, 80, 68, 70]) }]
  const { draft } = await agendaDraft(
    { agenda, text: texts[path] ?? '', enclosures, event },
    archive,
    'sv',
    '2024-11-20' as Day,
  )
  const read = await PostalMime.parse(asEml(draft))
  expect(read.from?.address).toBe('hedvig.ahlskog@region-valland.example')
  expect(read.subject).toBe('Kallelse till Länsgruppen barn och unga 2024-12-04')
  for (const section of agenda.body.sections) {
    expect(read.text).toContain(section.title)
    expect(read.html).toContain(section.title.replace(/&/g, '&#x26;'))
  }
  expect(read.text).toContain('Förväntan: ')
  const [pdf, ics] = read.attachments
  expect([pdf?.filename, pdf?.mimeType]).toEqual(['Läge & tid.pdf', 'application/pdf'])
  expect(ics?.mimeType).toBe('text/calendar')
  const calendar = new ICAL.Component(ICAL.parse(new TextDecoder().decode(ics?.content as ArrayBuffer)))
  expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH')
  const vevent = calendar.getFirstSubcomponent('vevent')
  expect(vevent?.getFirstPropertyValue('organizer')).toBe('mailto:hedvig.ahlskog@region-valland.example')
  expect(String(vevent?.getFirstPropertyValue('dtstart'))).toBe('2024-12-04T09:00:00')
})
