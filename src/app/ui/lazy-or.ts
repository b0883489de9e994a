import {
  type ComponentType,
  createElement,
  type FunctionComponent,
  lazy,
  type ReactNode,
  useState,
} from 'react';

/** A component whose code comes later. `load` brings it before it is wanted; it rejects where that does not arrive. */
export type Later<Props extends object> = FunctionComponent<Props> & {
  readonly load: () => Promise<unknown>;
};

/**
 * Where its code is here already it is drawn at once: React's own `lazy` would be waited for once more, and what was
 * waited for is shown 300 ms late. Where it does not arrive, `otherwise` stands in, or the nearest boundary hears of it.
 */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  otherwise?: ComponentType<Props>,
): Later<Props> {
  let here: ComponentType<Props> | undefined;
  const bring = async () => {
    here = await load();
    return { default: here };
  };
  const Awaited = lazy(() =>
    bring().catch((error: unknown) => {
      if (otherwise === undefined) throw error;
      return { default: otherwise };
    }),
  );
  return Object.assign(
    // Once and for all: another kind of component would be drawn anew.
    (props: Props) => createElement(useState<ComponentType<Props>>(() => here ?? Awaited)[0], props),
    { load: bring },
  );
}

/**
 * Something beside the form that comes after it. Where its code does not arrive, the form goes on with `otherwise`:
 * without it, and with what was within.
 */
export function lazyOr<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  otherwise: ComponentType<Props> = Within,
): Later<Props> {
  return later(load, otherwise);
}

function Within(props: object & { readonly children?: ReactNode }): ReactNode {
  return props.children;
}
