import { Trouble } from '../../../ui/Trouble.tsx';
import { CardWay } from './card/CardWay.tsx';
import { PasteWay } from './PasteWay.tsx';
import { ScanWay } from './ScanWay.tsx';
import type { WayName, WayProps } from './way.ts';

const ways = { card: CardWay, scan: ScanWay, paste: PasteWay } as const;

/** The way that was chosen, over the capture screen. */
export function WayOutlet({ way, ...props }: WayProps & { readonly way: WayName }) {
  const Way = ways[way];
  return (
    <Trouble key={way}>
      <Way {...props} />
    </Trouble>
  );
}
