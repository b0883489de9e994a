import { useState } from 'react';
import { textFirstCode } from '../../../exchange/text-first-code.ts';
import type { ProfilePage } from '../../../store/queries/profiles.ts';
import type { HoldOut } from '../../ports/hold-out.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip, Chips } from '../../ui/Chip.tsx';
import { QrCode } from '../../ui/QrCode.tsx';
import { TagCard } from '../../ui/TagCard.tsx';
import { useApp } from '../../ui/use-app.ts';
import styles from './Card.module.css';
import { numberToText, profileToCode, profileToVcard } from './contact-code.ts';
import { linkOfPage } from './link-of-page.ts';
import { useScreenOn } from './use-screen-on.ts';

/** Their phone writes the name behind it. */
const firstWords = "Hi, it's ";

interface ShownCardProps {
  readonly page: ProfilePage;
  readonly holdOut: HoldOut;
}

/** The tag, held out: a code that a camera opens as a contact, or as a text to write. */
export function ShownCard({ page, holdOut }: ShownCardProps) {
  const { profile } = page;
  const [isText, setIsText] = useState(false);
  const isScreenKept = useScreenOn(holdOut);
  return (
    <>
      <TagCard colour="blue" title="Hello, my name is" aside={profile.company}>
        <div className={styles.who}>
          <h2>{profile.name || profile.company || 'My card'}</h2>
          <p>{profile.phones[0]?.typed ?? profile.emails[0]?.typed}</p>
        </div>
        <div className={styles.code}>{isText ? <TextCode page={page} /> : <ContactCode page={page} />}</div>
      </TagCard>
      <div className={styles.modes}>
        <Chips label="What their camera opens">
          {[false, true].map((each) => (
            <Chip
              key={String(each)}
              look={each === isText ? 'chosen' : 'suggestion'}
              aria-pressed={each === isText}
              onClick={() => setIsText(each)}
            >
              {each ? 'They text me' : 'Contact'}
            </Chip>
          ))}
        </Chips>
      </div>
      <div className={styles.hint}>
        <p>
          {isText
            ? 'Their camera opens a text to you, begun for them. They add their name and send it: you have their number.'
            : 'Their camera opens your contact. Nothing to install, works without signal.'}
        </p>
        <p>
          {isScreenKept ? 'The screen stays on meanwhile. ' : ''}In bright light turn the brightness up: a
          page cannot do that.
        </p>
      </div>
      <Ways page={page} holdOut={holdOut} />
    </>
  );
}

function ContactCode({ page: { profile } }: { readonly page: ProfilePage }) {
  const { text, isWhole } = profileToCode(profile);
  return (
    <>
      <QrCode text={text} label="The code of your contact" />
      {isWhole ? null : <p>Not all of it fits into a code: the whole card is in the file.</p>}
    </>
  );
}

function TextCode({ page: { profile } }: { readonly page: ProfilePage }) {
  const number = numberToText(profile);
  if (number === undefined)
    return <p>Put a phone number on this card first: the text needs somewhere to go.</p>;
  return <QrCode text={textFirstCode(number, firstWords)} label="The code that begins a text to you" />;
}

/** For those who are not here, or whose camera reads nothing. */
function Ways({ page, holdOut }: ShownCardProps) {
  const app = useApp();
  const [problem, setProblem] = useState<string>();
  const { profile } = page;
  const sendLink = async () => {
    const link = linkOfPage(page);
    if (link.kind !== 'there') {
      setProblem(noLinkWords[link.kind]);
      return;
    }
    setProblem(undefined);
    app.toast.set({ words: (await app.share(link.address)) ? 'Handed over.' : 'Sharing did not work here.' });
  };
  const share = async () => {
    const name = profile.name.replace(/[\\/:*?"<>|.]+/g, ' ').trim() || 'My card';
    const file = new File([profileToVcard(profile)], `${name}.vcf`, { type: 'text/vcard' });
    if (!(await holdOut.shareFile(file))) app.saveFile(file.name, file);
  };
  return (
    <>
      <div className={styles.ways}>
        <Button onClick={() => void sendLink()}>Send a link</Button>
        <Button onClick={() => void share()}>Share the file</Button>
      </div>
      <p role="status" className={styles.problem}>
        {problem}
      </p>
    </>
  );
}

const noLinkWords = {
  none: 'There is no link yet: turn on the public page below.',
  waiting: 'The link is not there yet: the page goes online when your contact database has it.',
} as const;
