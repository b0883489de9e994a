import { useLiveQuery } from 'dexie-react-hooks';
import { placeActions } from '../../../store/actions/places.ts';
import { useApp } from '../../ui/use-app.ts';
import styles from './PlaceLink.module.css';

/** The place of an occasion in the phone's own map (RFC 5870), where it was remembered. */
export function PlaceLink({ occasionId }: { readonly occasionId: string | undefined }) {
  const { part } = useApp();
  const places = part(placeActions);
  const place = useLiveQuery(
    async () => (occasionId === undefined ? undefined : places.readPlace(occasionId)),
    [places, occasionId],
  );
  if (place === undefined) return null;
  const point = `${place.latitude.toFixed(5)},${place.longitude.toFixed(5)}`;
  return (
    <a className={styles.place} href={`geo:${point}?q=${point}`}>
      Show the place on a map
    </a>
  );
}
