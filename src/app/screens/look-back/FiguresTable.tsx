import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { countFigures, type Figures, type LookBack, soonness } from '../../../domain/look-back.ts';
import { capitalise } from '../../ui/status-words.ts';
import styles from './LookBackScreen.module.css';
import { nowhere, soonWords } from './look-back-words.ts';

/** The numbers behind the picture. */
export function FiguresTable({ month, caption }: { readonly month: LookBack; readonly caption: string }) {
  return (
    <details className={styles.numbers}>
      <summary>As a table</summary>
      {/* It scrolls by itself where words are large: a keyboard has to get there. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
      <section className={styles.scroll} tabIndex={0} aria-label={caption}>
        <table>
          <caption className="visually-hidden">Where you met people in {caption}</caption>
          <thead>
            <tr>
              <th scope="col">Where</th>
              <th scope="col">Met</th>
              <th scope="col">Known</th>
              <th scope="col">Heard from you</th>
            </tr>
          </thead>
          <tbody>
            {month.occasions.map(({ occasion, people }) => (
              <Row key={occasion?.id ?? ''} figures={countFigures(people)}>
                {occasion === undefined ? (
                  nowhere
                ) : (
                  <Link href={`/occasion/${occasion.id}`}>{occasion.name}</Link>
                )}
              </Row>
            ))}
          </tbody>
          <tfoot>
            <Row figures={month}>The whole month</Row>
          </tfoot>
        </table>
        {month.heard === 0 ? null : <SoonTable figures={month} />}
      </section>
    </details>
  );
}

function Row({ figures, children }: { readonly figures: Figures; readonly children: ReactNode }) {
  const { met, known, heard } = figures;
  return (
    <tr>
      <th scope="row">{children}</th>
      <td>{met}</td>
      <td>{known}</td>
      <td>{heard}</td>
    </tr>
  );
}

function SoonTable({ figures: { soon } }: { readonly figures: Figures }) {
  return (
    <table>
      <caption className="visually-hidden">How soon they heard from you</caption>
      <thead>
        <tr>
          <th scope="col">After you met</th>
          <th scope="col">Heard from you</th>
        </tr>
      </thead>
      <tbody>
        {soonness.map((one) => (
          <tr key={one}>
            <th scope="row">{capitalise(soonWords[one])}</th>
            <td>{soon[one]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
