import { type Day, MONTHS, monthOf } from '../../model/day.js'
import { type Deferral, deferralsIn, returningSections } from '../../model/deferral.js'
import { type Document, mayBeQuoted } from '../../model/document.js'
import { dueIn, isNextMeeting } from '../../model/due.js'
import { meetingOf } from '../../model/meeting.js'
import { RECORDS, type Rule } from '../../model/rule.js'
import type { Said } from '../../model/said.js'
import { placeIn } from '../../model/sentence.js'

/**
 * What is put off says to which day. Seeds S0 ("Läggs upp som punkt till kommande möte"), S1 ("återkommer senare"),
 * S2 ("på septembermötet"); a day in the sentence, `Återkommer` in the item, or a `nästa` that is that meeting is enough.
 */
export const rule: Rule = {
  name: 'bordlagd-utan-datum',
  level: 'warning',
  states: {
    sv: 'Det som skjuts upp säger till vilken dag, månad eller termin.',
    en: 'What is put off says to which day, month or term.',
  },
  because: {
    sv: 'Det som ska tas upp ”senare” hamnar inte på någon dagordning, och ingen märker när det glöms bort.',
    en: 'What is to be taken up ”later” ends up on no agenda, and nobody notices when it is forgotten.',
  },
  kinds: RECORDS,
  *check(document) {
    const { body } = document
    for (const { attributes } of body.sections) {
      for (const { key, value, line } of attributes) {
        if (key !== 'Återkommer' || isTold(value, document)) continue
        yield { at: { line }, says: notADay(value, document), advice: ADVICE }
      }
    }
    for (const { returns, line } of body.decisions) {
      if (returns === undefined || isTold(returns, document)) continue
      yield { at: { line }, says: notADay(returns, document), advice: ADVICE }
    }
    const deferrals = deferralsIn(body)
    if (deferrals.length === 0) return
    const returning = returningSections(body)
    for (const deferral of deferrals) {
      const { sentence, index, words, section } = deferral
      if (section !== undefined && returning.has(section)) continue
      if (hasDay(deferral, document) || isNext(deferral, document)) continue
      yield { at: placeIn(sentence, index, words), says: says(deferral), advice: ADVICE }
    }
  },
  examples: [
    {
      shows: {
        sv: 'Till ”kommande möte”, men inget nästa möte är bestämt',
        en: 'To ”kommande möte”, but no next meeting has been set',
      },
      front: { nästa: undefined },
      body: '## § 1 Skolfrånvaro\n\nGruppen vill veta mer. Läggs upp som\npunkt till kommande möte.\n',
      finds: ['punkt till kommande möte'],
    },
    {
      shows: {
        sv: 'Till en månads möte, utan dag och år',
        en: 'To the meeting of a month, without day and year',
      },
      body: '## § 1 Skolfrånvaro\n\n### Demogruppen beslutar\n\n**att** ta upp ärendet igen på decembermötet.\n\n**att** Ekmo kommun bereder frågan och redovisar den vid gruppens novembermöte.\n',
      finds: ['på decembermötet', 'novembermöte'],
    },
    {
      shows: { sv: '”Senare” och bordläggning utan dag', en: '”Later”, and deferral without a day' },
      body: '## § 1 Föregående protokoll\n\n- Platsfrågan kan inte beslutas nu utan återkommer senare.\n\n## § 2 Budget\n\nÄrendet bordläggs.\n\n## § 3 Avgifter\n\n### Demogruppen beslutar\n\n**att** återremittera ärendet till Demolaget.\n',
      finds: ['återkommer senare', 'bordläggs', 'återremittera'],
    },
    {
      shows: { sv: 'Något som inte är en dag', en: 'Something that is not a day' },
      body: '## § 1 Skolfrånvaro\n\n*Återkommer: när det passar*\n\nTas upp senare.\n\n### Demogruppen beslutar\n\n**att** vänta (återkommer vid behov).\n',
      finds: ['när det passar', 'vid behov'],
    },
    {
      shows: { sv: '`nästa` är det möte som texten menar', en: '`nästa` is the meeting that the text means' },
      body: '## § 1 Skolfrånvaro\n\nLäggs upp som punkt till nästa möte.\n\n## § 2 Budget\n\n### Demogruppen beslutar\n\n**att** ta upp ärendet igen på septembermötet.\n\n**att** bordlägga resten till kommande sammanträde.\n',
      finds: [],
    },
    {
      shows: {
        sv: 'Dagen står i meningen eller på en rad för `Återkommer`',
        en: 'The day stands in the sentence or on a line for `Återkommer`',
      },
      body: '## § 1 Skolfrånvaro\n\n### Demogruppen beslutar\n\n**att** ta upp ärendet igen på decembermötet den 12 december.\n\n**att** ta beslut om förslaget vid mötet den 19 september.\n\n**att** bordlägga resten (återkommer 2024-11).\n\n## § 2 Budget\n\n*Återkommer: VT2025*\n\nFrågan återkommer senare.\n\n### Demogruppen beslutar\n\n**att** bordlägga ärendet.\n',
      finds: [],
    },
    {
      shows: { sv: 'Det som inte skjuter upp något', en: 'What puts nothing off' },
      body: '## § 1 Skolfrånvaro\n\nPlatserna kommer på dagens dagordning. Frågan tas upp senare på mötet. Avgiften kan behöva beslutas senare. Ärendet bordlades vid förra mötet. Bo Berg yrkar att ärendet bordläggs. Uppföljning görs två gånger om året, vid maj- och decembermötet. Protokollet läggs upp på webben före kommande möte.\n\n> Frågan återkommer senare.\n\n- [ ] Bo Berg: ta upp frågan på decembermötet (senast 2024-12-12)\n\n### Demogruppen beslutar\n\n**att** godkänna anteckningarna från decembermötet.\n',
      finds: [],
    },
  ],
}

const ADVICE: Said = {
  sv: 'Skriv när det kommer tillbaka: `*Återkommer: 2024-09-19*` under rubriken eller `(återkommer 2024-09)` i beslutet. `nästa möte` räcker om `nästa` har mötets dag.',
  en: 'Write when it comes back: `*Återkommer: 2024-09-19*` under the heading or `(återkommer 2024-09)` in the decision. `nästa möte` is enough if `nästa` has the day of the meeting.',
}

const isTold = (written: string, document: Document): boolean => dueIn(written, document) !== undefined

function notADay(written: string, document: Document): Said {
  if (isNextMeeting(written)) {
    return {
      sv: 'Punkten återkommer nästa möte, men `nästa` säger inte vilken dag det är.',
      en: 'The item comes back at the next meeting, but `nästa` does not say which day that is.',
    }
  }
  const shown = mayBeQuoted(document) ? `\`${written}\`` : undefined
  return {
    sv: `Punkten skjuts upp, men ${shown ?? 'det som står där dagen ska stå'} går inte att läsa som en dag.`,
    en: `The item is put off, but ${shown ?? 'what stands where the day should be'} cannot be read as a day.`,
  }
}

/** The words themselves are left out: the line is shown, and a document that is not open is not repeated. */
function says({ until }: Deferral): Said {
  if (until === 'next') {
    return {
      sv: 'Något skjuts upp till nästa möte, men dagen för nästa möte står ingenstans.',
      en: 'Something is put off to the next meeting, but the day of the next meeting stands nowhere.',
    }
  }
  if (until === 'some time') {
    return {
      sv: 'Något skjuts upp utan att det står till när.',
      en: 'Something is put off, and nothing says until when.',
    }
  }
  if (until === 'a day') {
    return {
      sv: 'Något skjuts upp till ett möte på en dag som inte går att läsa.',
      en: 'Something is put off to a meeting on a day that cannot be read.',
    }
  }
  const month = MONTHS.sv[until - 1] ?? ''
  return {
    sv: `Något skjuts upp till mötet i ${month}, utan dag och år.`,
    en: `Something is put off to the meeting in ${MONTHS.en[until - 1] ?? ''}, without day and year.`,
  }
}

/** True when `nästa` is the meeting that is meant. */
function isNext({ until }: Deferral, document: Document): boolean {
  const day = meetingOf(document).next?.day
  if (day === undefined || until === 'some time' || until === 'a day') return false
  return until === 'next' || monthOf(day) === until
}

/** True when the sentence itself gives a day, month or term to come, or tells of a day gone by. */
function hasDay({ sentence, words }: Deferral, document: Document): boolean {
  const held: Day | undefined = meetingOf(document).day
  const days = [...sentence.text.matchAll(DATE)].flatMap(([date]) => dueIn(date, document) ?? [])
  if (held === undefined) return days.length > 0
  return days.some(({ to }) => to >= held) || (days.length > 0 && /ades$/i.test(words))
}

const DATE = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:\d{4}-\d{2}(?:-\d{2})?|\d{6}|\d{1,2}\/\d{1,2}(?:[ -]\d{4})?|\d{1,2}(?::e)?\s(?:${MONTHS.sv.join('|')})(?:\s\d{4})?|(?:${MONTHS.sv.join('|')})\s\d{4}|[hv]t[ -]?\d{2,4})(?![\p{L}\p{N}-])`,
  'giu',
)
