import { lineOfRow, lineOfTotal, type SteeringPart } from './steering-part.js'

/** What a steering group is told of the actions. */
export const actionsInSteeringPack: SteeringPart = {
  place: 30,
  sentences: 1,
  tables: ['states', 'groups'],
  ownWords: {
    sv: 'Vilka uppdrag har stannat upp, och vad behöver de för att bli klara?',
    en: 'Which actions have come to a stop, and what do they need to be done?',
  },
  lines: answer => [
    ...lineOfTotal(
      { answers: 'happened', key: 'actions', counts: { sv: 'uppdrag givna', en: 'actions given' } },
      answer,
      'states',
    ),
    ...lineOfRow(
      { answers: 'late', key: 'actions-overdue', counts: { sv: 'uppdrag försenade', en: 'actions overdue' } },
      answer,
      'states',
      'overdue',
    ),
    ...lineOfRow(
      {
        answers: 'to-decide',
        key: 'actions-unowned',
        counts: { sv: 'öppna uppdrag utan ansvarig', en: 'open actions without an owner' },
      },
      answer,
      'owners',
      undefined,
    ),
  ],
}
