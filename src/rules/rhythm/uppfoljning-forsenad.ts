import type { Rule } from '../../model/rule.js'
import { followUpItems } from '../../model/wheel-texts.js'

/** A routine or agreement in force is followed up when it says (`följs_upp`). Seed S2: an agreement, after six months. */
export const rule: Rule = {
  name: 'uppfoljning-forsenad',
  reach: 'archive',
  level: 'warning',
  states: {
    sv: 'En gällande rutin eller överenskommelse följs upp vid ett möte när den säger det (`följs_upp`).',
    en: 'A routine or an agreement in force is followed up at a meeting when it says so (`följs_upp`).',
  },
  because: {
    sv: 'Utan uppföljningen vet ingen om det parterna kom överens om också görs.',
    en: 'Without the follow-up nobody knows whether what the parties agreed on is done.',
  },
  kinds: ['rutin', 'överenskommelse'],
  *check(document, archive) {
    const { today } = archive
    if (document.status !== 'gällande' || document.fields['följs_upp'] === undefined) return
    for (const { state, due, field } of followUpItems(document, archive, { from: today, to: today })) {
      if (state !== 'late') continue
      yield {
        at: { field },
        says: {
          sv: `Uppföljningen skulle ha varit ${due}, och inget möte sedan dess tar upp texten.`,
          en: `The follow-up was due on ${due}, and no meeting since then takes the text up.`,
        },
        advice: {
          sv: 'Ta upp uppföljningen vid nästa möte. Är den gjord: lägg till mötet under `länkar` i `behandlas_i`.',
          en: 'Take the follow-up up at the next meeting. If it has been made, add the meeting to `behandlas_i` under `länkar`.',
        },
      }
    }
  },
  examples: [
    {
      shows: { sv: 'Skulle följas upp i mars', en: 'Was to be followed up in March' },
      typ: 'rutin',
      front: { beslutad: '2023-09-01', följs_upp: '2024-03-01', länkar: undefined },
      finds: ['följs_upp: 2024-03-01'],
    },
    {
      shows: { sv: 'Följdes upp vid ett möte', en: 'Was followed up at a meeting' },
      typ: 'rutin',
      front: {
        beslutad: '2023-09-01',
        följs_upp: '2024-03-01',
        länkar: '{behandlas_i: [PROT-demo-2024-03-21]}',
      },
      finds: [],
    },
    {
      shows: { sv: 'Dagen har inte varit', en: 'The day is still to come' },
      typ: 'rutin',
      front: { beslutad: '2023-09-01', följs_upp: '2024-12-01', länkar: undefined },
      finds: [],
    },
  ],
}
