/** The way with which a shortcut of the installed app opens it (vite.config.ts). */
export function wayOfShortcut(): 'scan' | 'card' | undefined {
  const way = /^\?way=(scan|card)$/.exec(location.search)?.[1];
  return way === 'scan' || way === 'card' ? way : undefined;
}
