import { useEffect, type ReactNode } from 'react'

import { useFormats, useText } from './language.tsx'
import classes from './Page.module.css'
import { uiText } from './ui-text.ts'

interface PageProps {
  readonly title: string
  /** One quiet line under the title: what is shown, for which period. It is printed too. */
  readonly subtitle?: ReactNode
  /** Links that lead here, outermost first. */
  readonly breadcrumbs?: readonly ReactNode[]
  /** Buttons on the right of the title; they are not printed. */
  readonly actions?: ReactNode
  /** Filters, period, tabs: a row below the title, not printed. */
  readonly toolbar?: ReactNode
  /** What heads the printed page, such as the name of the centre. */
  readonly printHeader?: ReactNode
  /** `text` keeps lines readable (forms, settings); `full` unless said. */
  readonly width?: 'full' | 'text'
  readonly children?: ReactNode
}

/** A page: its title (also of the browser tab), its actions and its content. Every page has exactly one. */
export function Page({
  title,
  subtitle,
  breadcrumbs = [],
  actions,
  toolbar,
  printHeader,
  width = 'full',
  children,
}: PageProps) {
  const t = useText(uiText)
  const formats = useFormats()
  useEffect(() => {
    document.title = `${title} · ${formats.language === 'ru' ? 'Пульт' : 'Pult'}`
  }, [title, formats.language])
  return (
    <div className={classes['page']} data-width={width}>
      <div className={`print-only ${classes['printHeader']}`}>
        <span>{printHeader}</span>
        <span>{t('printed', { when: formats.dateTime(Date.now()) })}</span>
      </div>
      <header className={classes['header']}>
        <div className={classes['titles']}>
          {breadcrumbs.length > 0 && (
            <ol className={`${classes['crumbs']} no-print`}>
              {breadcrumbs.map((crumb, place) => (
                // oxlint-disable-next-line react/no-array-index-key -- a crumb is its place
                <li key={place}>{crumb}</li>
              ))}
            </ol>
          )}
          {/* The shell moves the focus here after a change of page, so that a screen reader says where one is. */}
          <h1 tabIndex={-1} className={classes['title']}>
            {title}
          </h1>
          {subtitle !== undefined && <div className={classes['subtitle']}>{subtitle}</div>}
        </div>
        {actions !== undefined && <div className={`${classes['actions']} no-print`}>{actions}</div>}
      </header>
      {toolbar !== undefined && <div className={`${classes['toolbar']} no-print`}>{toolbar}</div>}
      {children}
    </div>
  )
}

interface SectionProps {
  readonly title?: string
  readonly actions?: ReactNode
  readonly children: ReactNode
  /** Without the frame and its padding: for a table that brings its own. */
  readonly bare?: boolean
}

/** A framed part of a page under its own heading. */
export function Section({ title, actions, children, bare = false }: SectionProps) {
  return (
    <section className={classes['section']} {...(title === undefined ? {} : { 'aria-label': title })} data-bare={bare}>
      {(title !== undefined || actions !== undefined) && (
        <header className={classes['sectionHeader']}>
          {title !== undefined && <h2 className={classes['sectionTitle']}>{title}</h2>}
          {actions !== undefined && <div className={`${classes['actions']} no-print`}>{actions}</div>}
        </header>
      )}
      {children}
    </section>
  )
}
