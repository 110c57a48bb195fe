import type { ReportDocument, ReportLine, ReportTable } from '@pult/contract/report-words'

import { useCenter } from '../platform/center.tsx'
import { Link } from '../platform/Link.tsx'
import { paths } from '../platform/paths.ts'
import classes from './report.module.css'

/** A report as it is printed, with its lines leading to where they are seen. */
export function ReportPaper({ document }: { readonly document: ReportDocument }) {
  const { title, lines, sections, definitions, definitionsTitle, language } = document
  return (
    <article className={classes['paper']} lang={language} aria-label={title}>
      <h2>{title}</h2>
      {lines.map((line) => (
        <p key={line} className={classes['quiet']}>
          {line}
        </p>
      ))}
      {sections.map((section) => (
        <section key={section.title} aria-label={section.title}>
          <h3>{section.title}</h3>
          {section.lines.length > 0 && (
            <ul>
              {section.lines.map((line) => (
                <li key={line.text}>
                  <Line line={line} />
                </li>
              ))}
            </ul>
          )}
          <div className={classes['charts']}>
            {section.charts.map(({ label, svg }) => (
              <figure key={label}>
                <figcaption>{label}</figcaption>
                <img alt={label} src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`} />
              </figure>
            ))}
          </div>
          {section.tables.map((table) => (
            <PaperTable key={table.title} table={table} />
          ))}
        </section>
      ))}
      {definitions.length > 0 && (
        <footer className={classes['small']}>
          <h4>{definitionsTitle}</h4>
          {definitions.map(({ reference, name, formula }) => (
            <p key={reference} className={classes['quiet']}>
              {`${name} (${reference}): ${formula}`}
            </p>
          ))}
        </footer>
      )}
    </article>
  )
}

function Line({ line: { text, path } }: { readonly line: ReportLine }) {
  const { centerId } = useCenter()
  return path === null ? <>{text}</> : <Link to={paths.center(centerId) + path}>{text}</Link>
}

function PaperTable({ table: { title, head, rows, hasTotal } }: { readonly table: ReportTable }) {
  const isNumber = (column: number): boolean => rows.some((row) => (row[column]?.format ?? null) !== null)
  return (
    <div className={classes['scroll']}>
      {title !== '' && <h4>{title}</h4>}
      <table>
        <thead>
          <tr>
            {head.map((text, column) => (
              // oxlint-disable-next-line react/no-array-index-key -- columns have no other name, and never move
              <th key={column} data-number={isNumber(column)}>
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, place) => (
            // oxlint-disable-next-line react/no-array-index-key -- a printed row never moves
            <tr key={place} data-total={hasTotal && place === rows.length - 1}>
              {row.map(({ text }, column) => (
                // oxlint-disable-next-line react/no-array-index-key -- nor does a cell
                <td key={column} data-number={isNumber(column)}>
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
