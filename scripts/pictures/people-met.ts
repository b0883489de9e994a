import type { Met } from '../../tests/browser/harness/app-pages.ts';

export interface Meeting extends Met {
  /** By the clock of Detroit. */
  readonly at: string;
}

/** When all pictures are taken: a Sunday evening in Detroit. */
export const evening = '2026-11-22T20:36:00-05:00';

/** Everybody met before the pictures are taken: six occasions, so all six tag colours. */
export const met: readonly Meeting[] = [
  {
    at: '2026-10-14T12:20:00-04:00',
    name: 'Harriet Lindqvist',
    phone: '(989) 555-0116',
    company: 'Lindqvist & Daughters Plumbing',
    where: 'Rotary lunch',
    note: 'Fixed our boiler in 2019 and remembers it. Two grown daughters in the business.',
  },
  {
    at: '2026-11-03T17:40:00-05:00',
    name: 'Priya Venkat',
    phone: '+44 20 7946 0958',
    email: 'priya.venkat@example.com',
    where: 'Open house, Mill Street',
    note: 'Two cats, restores old radios, rents on Oak.',
  },
  {
    at: '2026-11-03T18:05:00-05:00',
    name: 'José Núñez',
    email: 'jose@nunezroofing.example',
    company: 'Núñez Roofing',
    where: 'Open house, Mill Street',
  },
  {
    at: '2026-11-12T17:15:00-05:00',
    name: 'Terrence Moore',
    handle: '@terrencemoore',
    where: 'Soccer practice, Farwell',
    note: 'Homeowner in Farwell. Beagle called Otis. Wants a bigger yard.',
  },
  {
    at: '2026-11-19T09:10:00-05:00',
    name: 'Luis Garza',
    phone: '(231) 555-0188',
    company: 'Garza & Sons',
    where: 'Coffee shop, Harrison',
  },
  {
    at: '2026-11-21T11:05:00-05:00',
    name: 'Maximilian Bartholomew Featherstonehaugh-Vandenberg',
    phone: '+1 989 555 0164',
    email: 'maximilian.featherstonehaugh-vandenberg@greatlakesagriculture.example',
    company: 'Great Lakes Agricultural Equipment, Irrigation & Land Management Cooperative',
    where: 'Farmers’ market',
  },
  {
    at: '2026-11-22T18:20:00-05:00',
    name: 'Amir Saleh',
    phone: '(231) 555-0109',
    company: 'Saleh Family Dental',
    where: 'Chamber mixer',
    note: 'Coffee at four on Thursday. Just opened on Main.',
  },
  {
    at: '2026-11-22T18:26:00-05:00',
    phone: '231-555-0177',
    where: 'Chamber mixer',
    note: 'Did not say a name.',
  },
  {
    at: '2026-11-22T18:31:00-05:00',
    name: 'Sofia Okafor',
    email: 'sofia@okaforlaw.example',
    company: 'Okafor Law',
    where: 'Chamber mixer',
  },
  {
    at: '2026-11-22T18:37:00-05:00',
    name: 'Wei Chen',
    handle: 'linkedin.com/in/weichen',
    where: 'Chamber mixer',
  },
];

export const dana: Meeting = {
  at: '2026-11-22T18:42:00-05:00',
  name: 'Dana Ruiz',
  phone: '(231) 555-0142',
  email: 'dana@fourthstreetbakery.example',
  handle: 'instagram.com/danabakes',
  company: 'Fourth Street Bakery',
  where: 'Chamber mixer',
  note: 'Runs the bakery on Fourth Street, just moved from Lansing with two kids and a beagle.',
};

export const jo: Meeting = {
  at: evening,
  name: 'Jo Kowalski',
  phone: '(231) 555-0123',
  where: 'Chamber mixer',
};
