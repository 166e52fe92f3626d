import { textOf } from '../../model/fields.js'
import { revisionOf } from '../../model/revision.js'
import type { Rule } from '../../model/rule.js'

/** A routine or agreement in force is revised when it says that it is to be (`revideras`). Seed S3: yearly, and dated 2012. */
export const rule: Rule = {
  name: 'revidering-forsenad',
  level: 'warning',
  states: {
    sv: 'En gällande rutin eller överenskommelse ses över när den säger att den ska ses över (`revideras`).',
    en: 'A routine or an agreement in force is revised when it says that it is to be (`revideras`).',
  },
  because: {
    sv: 'En rutin som ingen har sett över hänvisar till lagar, telefonnummer och enheter som inte finns längre.',
    en: 'A routine that nobody has revised refers to laws, telephone numbers and units that no longer exist.',
  },
  kinds: ['rutin', 'överenskommelse'],
  *check(document, { today }) {
    if (document.status !== 'gällande') return
    const revision = revisionOf(document)
    if (revision === undefined || revision.due >= today) return
    const { due, decided, comes } = revision
    if (comes === 'once' && decided !== undefined && decided >= due) return
    const since =
      decided === undefined || textOf(document.fields, 'beslutad') === undefined ? undefined : decided
    yield {
      at: { field: ['revideras'] },
      says: {
        sv: `Översynen skulle ha varit gjord ${due}${since === undefined ? '' : `; det senaste beslutet är från ${since}`}.`,
        en: `The revision was due on ${due}${since === undefined ? '' : `; the last decision is of ${since}`}.`,
      },
      advice: {
        sv: 'Se över texten och skriv den nya dagen i `beslutad`, eller sätt `status: upphörd` om den inte används.',
        en: 'Revise the text and write the new day in `beslutad`, or set `status: upphörd` if it is no longer used.',
      },
    }
  },
  examples: [
    {
      shows: { sv: 'Varje år, och senast för tolv år sedan', en: 'Every year, and last twelve years ago' },
      typ: 'rutin',
      front: { beslutad: '2012-03-01', revideras: 'årligen' },
      finds: ['revideras: årligen'],
    },
    {
      shows: { sv: 'En dag som har varit', en: 'A day that has passed' },
      typ: 'rutin',
      front: { beslutad: '2023-03-01', revideras: '2024-03-01' },
      finds: ['revideras: 2024-03-01'],
    },
    {
      shows: { sv: 'Beslutad i år', en: 'Decided this year' },
      typ: 'rutin',
      front: { beslutad: '2024-03-01', revideras: 'årligen' },
      finds: [],
    },
    {
      shows: { sv: 'Gäller inte längre', en: 'No longer in force' },
      typ: 'rutin',
      front: { status: 'upphörd', beslutad: '2012-03-01', revideras: 'årligen' },
      finds: [],
    },
  ],
}
