import type { ReactNode } from 'react';
import { contactFilePath } from '../../../device/contact-file-path.ts';
import { type Person, personLabel } from '../../../domain/person.ts';
import { personToCard } from '../../../exchange/person-to-card.ts';
import { cardToVcard } from '../../../exchange/vcard.ts';
import type { ContactRoute, ContactRoutes } from '../../ports/contact-routes.ts';
import { useApp } from '../use-app.ts';

interface ContactTapProps {
  readonly person: Person;
  readonly routes: ContactRoutes;
  readonly route: ContactRoute;
  readonly className: string | undefined;
  readonly onTap: () => void;
  readonly children: ReactNode;
}

/** A tap that brings somebody's card to the phone's own address book by one of the routes. */
export function ContactTap({ person, routes, route, onTap, ...rest }: ContactTapProps) {
  const { saveFile, toast } = useApp();
  const vcard = cardToVcard(personToCard(person));
  if (route === 'address') return <a href={contactFilePath(person.id)} onClick={onTap} {...rest} />;
  if (route === 'link') {
    const href = `data:text/vcard;charset=utf-8,${encodeURIComponent(vcard)}`;
    return <a href={href} onClick={onTap} {...rest} />;
  }
  // Windows takes none of these in a name.
  const name = personLabel(person).replace(/[\\/:*?"<>|]/g, '_');
  const share = async () => {
    if (!(await routes.share(new File([vcard], `${name}.vcf`, { type: 'text/vcard' }))))
      toast.set({ words: 'Sharing did not work here. Try another way.' });
  };
  const hand = () => {
    if (route === 'share') void share();
    else saveFile(`${name}.vcf`, new Blob([vcard], { type: 'text/vcard;charset=utf-8' }));
    onTap();
  };
  return <button type="button" onClick={hand} {...rest} />;
}
