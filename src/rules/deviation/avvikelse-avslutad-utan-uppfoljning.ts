import { deviationOf } from '../../model/deviation.js'
import { undatedSteps } from '../../model/deviation-steps.js'
import type { Finding } from '../../model/diagnostic.js'
import type { Rule } from '../../model/rule.js'
import { folded } from '../../model/text.js'

/** A deviation is followed up before it is closed: `uppföljd` has a day, and what was found stands under Uppföljning. */
export const rule: Rule = {
  name: 'avvikelse-avslutad-utan-uppfoljning',
  level: { draft: undefined, review: undefined, final: 'warning' },
  states: {
    sv: 'En avslutad avvikelse har följts upp: dagen står i `uppföljd` och vad det gav under `Uppföljning`.',
    en: 'A closed deviation has been followed up: the day stands in `uppföljd`, and what came of it under `Uppföljning`.',
  },
  because: {
    sv: 'Först vid uppföljningen märks om åtgärden hjälpte. Utan den avslutas avvikelser som ingen vet om de är lösta.',
    en: 'It is the follow-up that shows whether the measure helped. Without it deviations are closed that may not be solved.',
  },
  kinds: ['avvikelse'],
  *check(document) {
    const deviation = deviationOf(document)
    if (deviation.status !== 'avslutad') return
    const lacksDay = undatedSteps(deviation, 'uppföljd').includes('uppföljd')
    const lacksText = !document.body.sections.some(
      ({ title, isEmpty }) => folded(title) === 'uppföljning' && !isEmpty,
    )
    if (!lacksDay && !lacksText) return
    yield {
      at: { field: ['status'] },
      ...(lacksDay ? (lacksText ? NOT_FOLLOWED_UP : NO_DAY) : NO_TEXT),
    }
  },
  examples: [
    {
      shows: { sv: 'Avslutad utan uppföljning', en: 'Closed without a follow-up' },
      typ: 'avvikelse',
      front: { status: 'avslutad', avslutad: '2024-06-03' },
      finds: ['status: avslutad'],
    },
    {
      shows: { sv: 'Dagen står där, men inte vad det gav', en: 'The day is there, but not what came of it' },
      typ: 'avvikelse',
      front: { status: 'avslutad', uppföljd: '2024-06-03', avslutad: '2024-06-03' },
      body: '## Uppföljning\n\n<!-- Hjälpte det? -->\n',
      finds: ['status: avslutad'],
    },
    {
      shows: { sv: 'Texten står där, men inte dagen', en: 'The text is there, but not the day' },
      typ: 'avvikelse',
      front: { status: 'avslutad', avslutad: '2024-06-03' },
      body: '## Uppföljning\n\nKallelserna har kommit fram sedan dess.\n',
      finds: ['status: avslutad'],
    },
    {
      shows: { sv: 'Uppföljd och avslutad', en: 'Followed up and closed' },
      typ: 'avvikelse',
      front: { status: 'avslutad', uppföljd: '2024-06-03', avslutad: '2024-06-03' },
      body: '## Uppföljning\n\nKallelserna har kommit fram sedan dess.\n',
      finds: [],
    },
    {
      shows: { sv: 'Inte avslutad än', en: 'Not closed yet' },
      typ: 'avvikelse',
      finds: [],
    },
  ],
}

const NOT_FOLLOWED_UP: Pick<Finding, 'says' | 'advice'> = {
  says: {
    sv: 'Avvikelsen är avslutad, men det står inte att den har följts upp.',
    en: 'The deviation is closed, but it does not say that it has been followed up.',
  },
  advice: {
    sv: 'Skriv dagen i `uppföljd` och under `## Uppföljning` om det blev bättre. Har den inte följts upp: sätt tillbaka `status`.',
    en: 'Write the day in `uppföljd`, and under `## Uppföljning` whether it got better. If it was not followed up, set `status` back.',
  },
}

const NO_DAY: Pick<Finding, 'says' | 'advice'> = {
  says: {
    sv: 'Avvikelsen är avslutad, men det står inte när den följdes upp.',
    en: 'The deviation is closed, but it does not say when it was followed up.',
  },
  advice: {
    sv: 'Skriv dagen: `uppföljd: ÅÅÅÅ-MM-DD`.',
    en: 'Write the day: `uppföljd: YYYY-MM-DD`.',
  },
}

const NO_TEXT: Pick<Finding, 'says' | 'advice'> = {
  says: {
    sv: 'Avvikelsen är avslutad, men det står inte vad uppföljningen visade.',
    en: 'The deviation is closed, but it does not say what the follow-up showed.',
  },
  advice: {
    sv: 'Skriv under `## Uppföljning` om det blev bättre.',
    en: 'Write under `## Uppföljning` whether it got better.',
  },
}
