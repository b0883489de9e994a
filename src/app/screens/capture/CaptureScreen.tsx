import { Suspense, useDeferredValue, useRef, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { lazyOr } from '../../ui/lazy-or.ts';
import { Screen } from '../../ui/Screen.tsx';
import type { BesidesProps } from './besides/Besides.tsx';
import styles from './CaptureScreen.module.css';
import { entryKeys } from './entry-keys.ts';
import { LaterLineBox } from './line/later-line-box.ts';
import { occasionColour } from './occasion.ts';
import { TagForm } from './TagForm.tsx';
import { useCapture } from './use-capture.ts';
import { useFilling } from './use-filling.ts';
import { WaysRow } from './WaysRow.tsx';
import { LaterWayOutlet } from './ways/later-way-outlet.ts';
import type { WayName } from './ways/way.ts';
import { wayOfShortcut } from './ways/way-of-shortcut.ts';

const OccasionChips = lazyOr(() => import('./OccasionChips.tsx').then((m) => m.OccasionChips));
const SeenBefore = lazyOr(() => import('./SeenBefore.tsx').then((m) => m.SeenBefore));
const Besides = lazyOr<BesidesProps>(() => import('./besides/Besides.tsx').then((m) => m.Besides));
const WayOut = lazyOr(
  () => import('../../ui/WayOut.tsx').then((m) => m.WayOut),
  ({ problem }) => problem,
);

/** Who did you meet? A name tag to fill in; the name has the focus. */
export function CaptureScreen({ onSaved }: { readonly onSaved: (personId: string) => void }) {
  const form = useRef<HTMLFormElement>(null);
  const {
    draft,
    tag,
    where,
    until,
    kept,
    setPlace,
    occasions,
    who,
    problem,
    unstored,
    change,
    setLine,
    save,
    setReadLine,
  } = useCapture(form, onSaved);
  const [way, setWay] = useState<WayName | 'line' | undefined>(takeShortcut);
  // What opens with a camera shows that first, and the tag behind it after that.
  const isTagDrawn = useDeferredValue(true, way === undefined);
  const fill = useFilling(draft, kept);
  const { line = '', putBack = '' } = draft.fields;
  const addToLine = (text: string) => setLine([line, text].filter(Boolean).join('\n'), putBack);
  const isLineOpen = way === 'line' || line !== '';
  const firstName = who !== undefined && who === tag['name']?.trim() ? who.split(/\s+/u)[0] : 'them';
  const ways = isLineOpen ? null : <WaysRow onChoose={setWay} />;
  return (
    <>
      <form
        ref={form}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
        noValidate
        className={styles.form}
      >
        {isTagDrawn ? (
          <Screen
            title="Who did you meet?"
            action={
              <Button look="primary" type="submit" aria-disabled={who === undefined}>
                {who === undefined ? 'Save' : `Save ${firstName}`}
              </Button>
            }
          >
            {isLineOpen ? (
              <Suspense fallback={null}>
                <LaterLineBox
                  line={line}
                  putBack={putBack}
                  onChange={setLine}
                  onReady={(read) => setReadLine(() => read)}
                  onDone={() => {
                    setWay(undefined);
                    draft.replaceFields(withoutPlace(tag, kept));
                  }}
                />
              </Suspense>
            ) : null}
            <TagForm
              fields={tag}
              until={until}
              colour={occasionColour(where, occasions)}
              isFocused={!isLineOpen}
              onChange={change}
              onPasteAll={addToLine}
            />
            <Suspense fallback={null}>
              {mayBeKnown(tag) ? <SeenBefore tag={tag} onSave={(write) => void save(write)} /> : null}
            </Suspense>
            <Suspense fallback={ways}>
              <Besides draft={draft} tag={tag} place={kept} onRead={fill}>
                {ways}
              </Besides>
            </Suspense>
            <Suspense fallback={null}>
              <OccasionChips
                occasions={occasions}
                chosen={where}
                until={until}
                onChoose={setPlace}
                onUntil={setPlace}
              />
            </Suspense>
            <div role="alert" className={styles.problem}>
              {problem}
              {unstored === undefined ? null : (
                <Suspense fallback={unstored}>
                  <WayOut problem={unstored} text={captureToText(tag)} />
                </Suspense>
              )}
            </div>
          </Screen>
        ) : null}
      </form>
      {way === undefined || way === 'line' ? null : (
        <Suspense fallback={null}>
          <LaterWayOutlet
            way={way}
            draft={draft}
            place={kept}
            onRead={fill}
            onSaved={onSaved}
            onLine={(text) => {
              setWay('line');
              if (text !== '') addToLine(text);
            }}
            onClose={() => setWay((open) => (open === way ? undefined : open))}
          />
        </Suspense>
      )}
    </>
  );
}

/** An empty tag must not keep a place that came by itself: tomorrow's first person would be met there. */
function withoutPlace(tag: Readonly<Record<string, string>>, kept: string): Readonly<Record<string, string>> {
  const { where, ...others } = tag;
  const isEmpty = Object.values(others).every((text) => text.trim() === '');
  return isEmpty && where === kept ? {} : tag;
}

/** The installed app's shortcuts open with a way (vite.config.ts). Once: going back to the tag is to the tag. */
function takeShortcut(): WayName | undefined {
  const way = wayOfShortcut();
  if (way !== undefined) history.replaceState(history.state, '', '/');
  return way;
}

/** A number or an address that is long enough to be somebody's. */
function mayBeKnown({ phone = '', email = '' }: Readonly<Record<string, string>>): boolean {
  return phone.length > 6 || email.includes('@');
}

/** The tag, a line each, as one would send it to oneself. */
function captureToText(tag: Readonly<Record<string, string>>): string {
  const ways = entryKeys(tag).map(({ key }) => tag[key]);
  return [tag['name'], ...ways, tag['company'], tag['title'], tag['note'], tag['where']]
    .map((line) => line?.trim())
    .filter(Boolean)
    .join('\n');
}
