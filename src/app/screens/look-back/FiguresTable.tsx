import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { countFigures, type Figures, type LookBack } from '../../../domain/look-back.ts';
import styles from './LookBackScreen.module.css';
import { nowhere, soonInWords } from './look-back-words.ts';

/** The numbers behind the picture. */
export function FiguresTable({ month, caption }: { readonly month: LookBack; readonly caption: string }) {
  return (
    <details className={styles.numbers}>
      <summary>As a table</summary>
      {/* It scrolls by itself where words are large: a keyboard has to get there. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
      <section className={styles.scroll} tabIndex={0} aria-label={caption}>
        <table>
          <caption className="visually-hidden">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">Where</th>
              <th scope="col">Met</th>
              <th scope="col">You know something</th>
              <th scope="col">Heard from you</th>
              <th scope="col">How soon</th>
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
      <td>{soonInWords(figures)}</td>
    </tr>
  );
}
