import { daysAfter, daysBetween } from '../../model/day.js'
import { textOf } from '../../model/fields.js'
import { dayIn } from '../../model/meeting.js'
import type { Rule } from '../../model/rule.js'

/** A consent that holds does not run out unnoticed: it is said so many days before as the settings tell, and after. */
export const rule: Rule = {
  name: 'samtycke-utgar',
  level: 'warning',
  states: {
    sv: 'Ett gällande samtycke har mer än 30 dagar kvar (`samtycke_dagar`), och ett som har gått ut har status `utgånget`.',
    en: 'A consent that holds has more than 30 days left (`samtycke_dagar`), and one that has run out has the status `utgånget`.',
  },
  because: {
    sv: 'Den dag samtycket går ut får parterna inte längre tala med varandra om barnet. Ett nytt tar tid att få.',
    en: 'On the day the consent runs out the parties may no longer talk to each other about the child. A new one takes time to get.',
  },
  kinds: ['samtycke'],
  *check({ fields, status }, { settings, today }) {
    const until = status === 'gällande' ? dayIn(textOf(fields, 'till')) : undefined
    if (until === undefined || until > daysAfter(today, settings.consentNoticeDays)) return
    const days = daysBetween(today, until)
    yield days < 0
      ? {
          at: { field: ['till'] },
          says: {
            sv: `Samtycket gick ut ${until} men har \`status: gällande\`.`,
            en: `The consent ran out on ${until} but has \`status: gällande\`.`,
          },
          advice: {
            sv: 'Inhämta ett nytt samtycke om planen fortsätter, och sätt `status: utgånget` i det här.',
            en: 'Obtain a new consent if the plan goes on, and set `status: utgånget` in this one.',
          },
        }
      : {
          at: { field: ['till'] },
          says:
            days === 0
              ? { sv: 'Samtycket går ut i dag.', en: 'The consent runs out today.' }
              : {
                  sv: `Samtycket går ut ${until}, om ${days} ${days === 1 ? 'dag' : 'dagar'}.`,
                  en: `The consent runs out on ${until}, in ${days} ${days === 1 ? 'day' : 'days'}.`,
                },
          advice: {
            sv: 'Fråga om samtycket ska förnyas. Ett nytt samtycke är ett nytt dokument som `ersätter` det här.',
            en: 'Ask whether the consent is to be renewed. A new consent is a new document that replaces this one (`ersätter`).',
          },
        }
  },
  examples: [
    {
      shows: { sv: 'En månad kvar', en: 'A month left' },
      typ: 'samtycke',
      today: '2025-01-21',
      finds: ['till: 2025-02-20'],
    },
    {
      shows: { sv: 'Gick ut i går', en: 'Ran out yesterday' },
      typ: 'samtycke',
      today: '2025-02-21',
      finds: ['till: 2025-02-20'],
    },
    {
      shows: { sv: 'Arkivet vill veta tidigare', en: 'The archive wants to know earlier' },
      typ: 'samtycke',
      files: { 'samverkan.yaml': 'version: 1\nnamn: Demo\nfrister: {samtycke_dagar: 90}\n' },
      today: '2024-12-01',
      finds: ['till: 2025-02-20'],
    },
    {
      shows: { sv: 'Mer än en månad kvar', en: 'More than a month left' },
      typ: 'samtycke',
      today: '2025-01-20',
      finds: [],
    },
    {
      shows: { sv: 'Redan märkt som utgånget', en: 'Already marked as run out' },
      typ: 'samtycke',
      front: { status: 'utgånget' },
      today: '2025-02-21',
      finds: [],
    },
  ],
}
