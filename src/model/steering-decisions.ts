import { lineOfRows, lineOfTotal, rowsWhere, type SteeringPart } from './steering-part.js'

/** What a steering group is told of the decisions. */
export const decisionsInSteeringPack: SteeringPart = {
  place: 20,
  sentences: 2,
  tables: ['groups'],
  ownWords: {
    sv: 'Vilka beslut har betytt mest under året, och vad har de lett till?',
    en: 'Which decisions have meant most this year, and what have they led to?',
  },
  lines: answer => [
    ...lineOfTotal(
      { answers: 'happened', key: 'decisions', counts: { sv: 'beslut fattade', en: 'decisions made' } },
      answer,
      'groups',
    ),
    lineOfRows(
      {
        answers: 'late',
        key: 'decisions-forgotten',
        counts: {
          sv: 'beslut som skulle ha kommit tillbaka',
          en: 'decisions that were to come back and have not',
        },
      },
      rowsWhere(answer, 'decisions', cell => cell('follow_up') === 'forgotten'),
    ),
    lineOfRows(
      {
        answers: 'to-decide',
        key: 'proposals',
        counts: {
          sv: 'förslag och ställningstaganden som inte är beslut',
          en: 'proposals and statements of support that are not decisions',
        },
      },
      rowsWhere(answer, 'decisions', cell => cell('state') === 'proposed'),
    ),
  ],
}
