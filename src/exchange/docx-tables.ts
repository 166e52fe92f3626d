import { AlignmentType, BorderStyle, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx'
import type { Language } from '../model/said.js'
import { shownRecord } from '../model/shown-record.js'
import { headsOf, type ShownTable } from '../model/shown-sheet.js'
import { isNumeric } from '../model/worded-column.js'
import { columnShares } from './column-shares.js'

/**
 * A table whose head is repeated on every page and whose rows are not parted between two. `width` is that of a line, in
 * twentieths of a point.
 */
export function tableOf(table: ShownTable, width: number): Table {
  const heads = headsOf(table)
  const shares = columnShares(table)
  const isRight = heads.map((_, index) => {
    const column = table.columns[index]
    return column !== undefined && isNumeric(column)
  })
  const row = (texts: readonly string[], look: 'head' | 'row' | 'total') =>
    new TableRow({
      cantSplit: true,
      tableHeader: look === 'head',
      children: heads.map((_, index) =>
        cell(texts[index] ?? '', look, isRight[index] ? 'right' : 'left', shares[index] ?? 0),
      ),
    })
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: shares.map(share => Math.round(share * width)),
    borders: {
      top: NONE,
      bottom: NONE,
      left: NONE,
      right: NONE,
      insideVertical: NONE,
      insideHorizontal: THIN,
    },
    rows: [
      row(heads, 'head'),
      ...table.rows.map(({ texts, documents }) => row([...texts, documents.join(', ')], 'row')),
      ...(table.totals === undefined ? [] : [row(table.totals, 'total')]),
    ],
  })
}

/** Rows of many columns, each by itself. */
export const recordParagraphs = (table: ShownTable, language: Language): readonly Paragraph[] =>
  table.rows.flatMap(row => {
    const { first, second, facts, lack } = shownRecord(table, row, language)
    const lines = [facts.join(' · '), lack ?? '', row.documents.join(', ')].filter(text => text !== '')
    return [
      new Paragraph({
        style: 'Record',
        spacing: { before: 140 },
        keepNext: true,
        children: [new TextRun({ text: clean(first), bold: true }), new TextRun(clean(`  ${second}`))],
      }),
      ...lines.map(text => new Paragraph({ style: 'Record', indent: { left: 240 }, text: clean(text) })),
    ]
  })

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const THIN = { style: BorderStyle.SINGLE, size: 4, color: 'D0D0D0' }
const THICK = { style: BorderStyle.SINGLE, size: 12, color: '1B1B1B' }

function cell(
  text: string,
  look: 'head' | 'row' | 'total',
  side: 'left' | 'right',
  share: number,
): TableCell {
  const borders = look === 'head' ? { bottom: THICK } : look === 'total' ? { top: THICK } : {}
  return new TableCell({
    width: { size: Math.round(share * 100), type: WidthType.PERCENTAGE },
    borders,
    children: [
      new Paragraph({
        style: 'Cell',
        alignment: side === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        keepNext: look === 'head',
        children: [new TextRun({ text: clean(text), bold: look !== 'row' })],
      }),
    ],
  })
}

const clean = (text: string): string =>
  text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').replace(/[\ufffe\uffff]|\p{Cs}/gu, '')
