import { Link } from 'wouter';
import styles from './Devices.module.css';
import { Line, Section } from './Section.tsx';

export function HelloWordsSection() {
  return (
    <Section title="Saying hello">
      <Line title="Hello words" detail="What your texts and mails say, in each language.">
        <Link className={styles.link} href="/settings/hello-words">
          Change them
        </Link>
      </Line>
    </Section>
  );
}
