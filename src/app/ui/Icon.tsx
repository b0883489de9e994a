const paths = {
  plus: 'M12 5v14M5 12h14',
  today: 'M4 12a8 8 0 1 1 8 8M12 7v5l3 2',
  people:
    'M12.500 8a3.500 3.500 0 1 1-7 0a3.500 3.500 0 0 1 7 0M2.500 20c.6-4 3-6 6.500-6s5.900 2 6.500 6M16 5a3.500 3.500 0 0 1 0 6.500M17.500 14c2.400.5 3.800 2.500 4.200 6',
  settings:
    'M4 7h9M19 7h1M4 17h1M11 17h9M16 4.500a2.500 2.500 0 1 1 0 5a2.500 2.500 0 0 1 0-5M8 14.500a2.500 2.500 0 1 1 0 5a2.500 2.500 0 0 1 0-5',
  check: 'M5 12l5 5L20 7',
  call: 'M6 3h3l2 5-2.500 1.500a12 12 0 0 0 6 6L16 13l5 2v3a3 3 0 0 1-3 3A15 15 0 0 1 3 6a3 3 0 0 1 3-3z',
  text: 'M4 5h16v11H9l-5 4z',
  mail: 'M5 5h14a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2M3 7l9 7 9-7',
  note: 'M6 3h12a1 1 0 0 1 1 1v10l-6 7H6a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1M13 21v-6a1 1 0 0 1 1-1h5M9 8h6M9 12h3',
  database:
    'M4 6c0-1.700 3.600-3 8-3s8 1.300 8 3-3.600 3-8 3-8-1.300-8-3M4 6v12c0 1.700 3.600 3 8 3s8-1.300 8-3V6M4 12c0 1.700 3.600 3 8 3s8-1.300 8-3',
  phone: 'M8 2.500h8a2 2 0 0 1 2 2v15a2 2 0 0 1-2 2H8a2 2 0 0 1-2-2v-15a2 2 0 0 1 2-2M11 18.500h2',
  person: 'M12 4a4 4 0 1 1 0 8a4 4 0 0 1 0-8M4 21c.8-4.500 3.600-6.500 8-6.500s7.200 2 8 6.500',
  search: 'M11 4a7 7 0 1 1 0 14a7 7 0 0 1 0-14M16.200 16.200L21 21',
  back: 'M15 5l-7 7 7 7',
  next: 'M9 5l7 7-7 7',
  link: 'M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.700-5.700L12 7M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.700 5.700L12 17',
  mic: 'M12 3a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0V6a3 3 0 0 1 3-3M5.500 11a6.500 6.500 0 0 0 13 0M12 17.500V21',
  card: 'M4.500 5.500h15a1.500 1.500 0 0 1 1.500 1.500v10a1.500 1.500 0 0 1-1.500 1.500h-15A1.500 1.500 0 0 1 3 17V7a1.500 1.500 0 0 1 1.500-1.500M6.500 10h5M6.500 14h8',
  myCard:
    'M4.500 5.500h15a1.500 1.500 0 0 1 1.500 1.500v10a1.500 1.500 0 0 1-1.500 1.500h-15A1.500 1.500 0 0 1 3 17V7a1.500 1.500 0 0 1 1.500-1.500M3.500 10h17',
  scan: 'M3.500 8V3.500H8M16 3.500h4.500V8M20.500 16v4.500H16M8 20.500H3.500V16M8 8h3v3H8zM14 8h2M8 14v2M14 13h2v3h-3',
  close: 'M6 6l12 12M18 6L6 18',
  play: 'M7 4.500v15l12-7.500z',
  pause: 'M8 5v14M16 5v14',
  paste: 'M9 4.500H6.500v16h11v-16H15M9 3h6v3.500H9zM9.500 11h5M9.500 15h5',
} as const;

export type IconName = keyof typeof paths;

/** Decoration beside words: it says nothing to a screen reader. */
export function Icon({ name, size = 24 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.9"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  );
}
