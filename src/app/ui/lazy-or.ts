import { type ComponentType, type LazyExoticComponent, lazy, type ReactNode } from 'react';

/**
 * Something beside the form that comes after it. Where its code does not arrive, the form goes on with `otherwise`:
 * without it, and with what was within.
 */
export function lazyOr<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  otherwise: ComponentType<Props> = Within,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(() =>
    load().then(
      (component) => ({ default: component }),
      () => ({ default: otherwise }),
    ),
  );
}

function Within(props: object & { readonly children?: ReactNode }): ReactNode {
  return props.children;
}
