import { holdOut } from './boot/hold-out.ts';
import { CardScreen } from './screens/card/CardScreen.tsx';

/** My card, with what the browser can do for it: together, so that neither is on the first screen's path. */
export function CardRoom({ page }: { readonly page: string | undefined }) {
  return <CardScreen page={page} holdOut={holdOut} />;
}
