import { lineOfRow, lineOfRows, rowsWhere, type SteeringPart } from './steering-part.js'

/** What a steering group is told of the deviations. */
export const deviationsInSteeringPack: SteeringPart = {
  place: 10,
  sentences: 4,
  tables: ['overview', 'from', 'area', 'process'],
  ownWords: {
    sv: 'Vad har avvikelserna lärt oss, och vilka fel i systemet behöver styrgruppen göra något åt?',
    en: 'What have the deviations taught us, and which faults of the system must the steering group see to?',
  },
  lines: answer => [
    ...lineOfRow(
      {
        answers: 'happened',
        key: 'deviations-received',
        counts: { sv: 'avvikelser inkomna', en: 'deviations received' },
      },
      answer,
      'overview',
      'inkommen',
    ),
    ...lineOfRow(
      {
        answers: 'late',
        key: 'deviations-unanswered',
        counts: { sv: 'avvikelser som inte har fått svar i tid', en: 'deviations not answered in time' },
      },
      answer,
      'process',
      'unanswered-late',
    ),
    ...lineOfRow(
      {
        answers: 'late',
        key: 'deviations-with-late-measures',
        counts: { sv: 'avvikelser med försenade åtgärder', en: 'deviations with overdue measures' },
      },
      answer,
      'measures',
      'overdue',
    ),
    lineOfRows(
      {
        answers: 'to-decide',
        key: 'faults-of-the-system',
        counts: {
          sv: 'avvikelser lyfta som systemfel och inte avslutade',
          en: 'deviations lifted as faults of the system and not closed',
        },
      },
      rowsWhere(
        answer,
        'deviations',
        cell => cell('solved') === 'systemfel' && cell('status') !== 'avslutad',
      ),
    ),
  ],
}
