import { meetingOf } from '../../model/meeting.js'
import { RECORDS, type Rule } from '../../model/rule.js'

/** Numbers follow one another without a gap; what rightly stands elsewhere is named in `utelämnade`. Seed S2: § 6 is followed by § 8. */
export const rule: Rule = {
  name: 'paragraf-lucka',
  level: 'warning',
  states: {
    sv: 'Numren följer på varandra utan lucka.',
    en: 'The numbers follow one another without a gap.',
  },
  because: {
    sv: 'En lucka ser ut som om något har tagits bort ur protokollet, och den som läser kan inte veta om det är så.',
    en: 'A gap looks as if something had been taken out of the protocol, and a reader cannot know whether it was.',
  },
  kinds: RECORDS,
  *check(document) {
    const { omitted } = meetingOf(document)
    let last: number | undefined
    for (const section of document.body.sections) {
      if (section.number === undefined || !/^\d+$/.test(section.number)) continue
      const number = Number(section.number)
      const missing =
        last === undefined ? [] : numbersBetween(last, number).filter(each => !omitted.includes(String(each)))
      if (missing.length > 0) {
        const sign = section.isParagraph ? '§ ' : ''
        yield {
          at: { line: section.line, mark: section.numberWritten ?? '' },
          says: {
            sv: `${sign}${last} följs av ${sign}${number}: ${missing.map(each => sign + each).join(', ')} saknas.`,
            en: `${sign}${last} is followed by ${sign}${number}: ${missing.map(each => sign + each).join(', ')} is missing.`,
          },
          advice: {
            sv: `Rätta numret, eller skriv \`utelämnade: [{paragraf: ${missing[0]}, skäl: sekretess}]\` om paragrafen står på annat håll.`,
            en: `Correct the number, or write \`utelämnade: [{paragraf: ${missing[0]}, skäl: sekretess}]\` if the paragraph stands elsewhere.`,
          },
        }
      }
      last = number
    }
  },
  examples: [
    {
      shows: { sv: '§ 2 följs av § 4', en: '§ 2 is followed by § 4' },
      body: '## § 1 Öppnande\n\nMötet öppnas.\n\n## § 2 Dagordning\n\nGodkänns.\n\n## § 4 Övrigt\n\nInget.\n',
      finds: ['## § 4 Övrigt'],
    },
    {
      shows: {
        sv: 'En paragraf som står på annat håll är utpekad',
        en: 'A paragraph that stands elsewhere is named',
      },
      front: { utelämnade: '[{paragraf: 3, skäl: sekretess}]' },
      body: '## § 2 Dagordning\n\nGodkänns.\n\n## § 4 Övrigt\n\nInget.\n',
      finds: [],
    },
    {
      shows: { sv: 'Löpande nummer', en: 'Running numbers' },
      body: '## § 17 Öppnande\n\nMötet öppnas.\n\n## § 18 Övrigt\n\nInget.\n',
      finds: [],
    },
  ],
}

const numbersBetween = (last: number, next: number): readonly number[] =>
  next - last > 1 && next - last < 50
    ? Array.from({ length: next - last - 1 }, (_, index) => last + index + 1)
    : []
