import type { QuickLineCase } from './quick-line-case.ts';

/** Lines that came after the reader was there, to see what it makes of lines that it was not made for. */
export const laterCases: readonly QuickLineCase[] = [
  {
    line: 'talked to bob miller 616 555 0162 he sells boats and wants to move in march',
    region: 'US',
    expect: {
      name: 'bob miller',
      phones: ['616 555 0162'],
      note: 'he sells boats and wants to move in march',
    },
  },
  {
    line: 'Linda Park - Realtor - Compass - 517 555 0124',
    region: 'US',
    expect: { name: 'Linda Park', title: 'Realtor', company: 'Compass', phones: ['517 555 0124'] },
  },
  {
    line: 'Ask for Linda at the front desk 517-555-0123',
    region: 'US',
    expect: { phones: ['517-555-0123'], note: 'Ask for Linda at the front desk' },
  },
  {
    line: 'John Smith 1420 Fourth St NW Grand Rapids MI 49504 616 555 0168',
    region: 'US',
    expect: {
      name: 'John Smith',
      phones: ['616 555 0168'],
      note: '1420 Fourth St NW Grand Rapids MI 49504',
    },
  },
  {
    line: 'Emma Wilson | Grand Rapids | 616 555 0169',
    region: 'US',
    expect: { name: 'Emma Wilson', phones: ['616 555 0169'], note: 'Grand Rapids' },
  },
  {
    line: "Hi! It's Emma from yesterday's open house. My email is emma.wilson@gmail.com",
    region: 'US',
    expect: {
      name: 'Emma',
      emails: ['emma.wilson@gmail.com'],
      note: "Hi! from yesterday's open house.",
    },
  },
  {
    line: 'Frank and Rose Delgado 616 555 0166 anniversary June 5',
    region: 'US',
    expect: {
      name: 'Frank and Rose Delgado',
      phones: ['616 555 0166'],
      note: 'anniversary June 5',
    },
  },
  {
    line: 'Emma Wilson (Compass) 616-555-0170 emma@compass.com (work) emma@gmail.com (home)',
    region: 'US',
    expect: {
      name: 'Emma Wilson',
      phones: ['616-555-0170'],
      emails: ['emma@compass.com', 'emma@gmail.com'],
      note: '(Compass) (work) (home)',
    },
  },
  {
    line: 'Greg Tanaka, Tanaka Landscaping Inc., greg@tanakalandscaping.com, (734) 555-0130, mows for the Hendersons',
    region: 'US',
    expect: {
      name: 'Greg Tanaka',
      company: 'Tanaka Landscaping Inc.',
      emails: ['greg@tanakalandscaping.com'],
      phones: ['(734) 555-0130'],
      note: 'mows for the Hendersons',
    },
  },
  {
    line: 'omar haddad seven three four five five five oh one three one omar dot haddad at outlook dot com two boys plays cricket',
    region: 'US',
    expect: {
      name: 'omar haddad',
      phones: ['7345550131'],
      emails: ['omar.haddad@outlook.com'],
      note: 'two boys plays cricket',
    },
  },
  {
    line: 'Ines Carvalho - pediatric nurse - 734-555-0132 - needs 3 beds by August',
    region: 'US',
    expect: {
      name: 'Ines Carvalho',
      phones: ['734-555-0132'],
      note: 'pediatric nurse, needs 3 beds by August',
    },
  },
  {
    line: 'Wendell works with Habitat, text him 734.555.0133',
    region: 'US',
    expect: {
      name: 'Wendell',
      company: 'Habitat',
      phones: ['734.555.0133'],
      note: 'text him',
    },
  },
  {
    line: 'Beatriz Nogueira, beatriz arroba nogueira punto com punto mx, cel 33 1234 5678, tiene una tienda',
    region: 'MX',
    expect: {
      name: 'Beatriz Nogueira',
      emails: ['beatriz@nogueira.com.mx'],
      phones: [['cel', '33 1234 5678']],
      note: 'tiene una tienda',
    },
  },
  {
    line: 'Oliver Pratt 07400 123457 oliver@prattjoinery.co.uk knows Hannah, viewing Saturday 10am',
    region: 'GB',
    expect: {
      name: 'Oliver Pratt',
      phones: ['07400 123457'],
      emails: ['oliver@prattjoinery.co.uk'],
      note: 'knows Hannah, viewing Saturday 10am',
    },
  },
  {
    line: 'Saw Oliver again at the pub, he has a new job',
    region: 'GB',
    expect: { note: 'Saw Oliver again at the pub, he has a new job' },
  },
  {
    line: 'Friederike Sommer, Architektin, Sommer Architekten GmbH, 040 1234567, f.sommer@sommer-architekten.de',
    region: 'DE',
    expect: {
      name: 'Friederike Sommer',
      title: 'Architektin',
      company: 'Sommer Architekten GmbH',
      phones: ['040 1234567'],
      emails: ['f.sommer@sommer-architekten.de'],
    },
  },
  {
    line: 'Friederike Sommer Wohnung 85 qm Miete 1200 Euro ab 01.03.2026',
    region: 'DE',
    expect: { name: 'Friederike Sommer', note: 'Wohnung 85 qm Miete 1200 Euro ab 01.03.2026' },
  },
  {
    line: 'Thierry Moreau, gérant, Garage Moreau, 02 99 12 34 56',
    region: 'FR',
    expect: {
      name: 'Thierry Moreau',
      title: 'gérant',
      company: 'Garage Moreau',
      phones: ['02 99 12 34 56'],
    },
  },
  {
    line: 'Lachlan Reid lachlan@reidsurf.com.au insta @reidsurf teaches surfing at Bondi',
    region: 'AU',
    expect: {
      name: 'Lachlan Reid',
      emails: ['lachlan@reidsurf.com.au'],
      handles: ['instagram reidsurf'],
      note: 'teaches surfing at Bondi',
    },
  },
  {
    line: 'Kavya Iyer\nProduct Manager, Infosys Limited\n+91 80 2345 6789\nkavya.iyer@infosys.com\nlinkedin.com/in/kavyaiyer',
    region: 'IN',
    expect: {
      name: 'Kavya Iyer',
      title: 'Product Manager',
      company: 'Infosys Limited',
      phones: ['+91 80 2345 6789'],
      emails: ['kavya.iyer@infosys.com'],
      handles: ['linkedin.com/in/kavyaiyer'],
    },
  },
  {
    line: 'Sandy, dog walker, number on the fridge',
    region: 'US',
    expect: { name: 'Sandy', note: 'dog walker, number on the fridge' },
  },
  {
    line: 'Thank you for the tour! Best, Marisol Vega 734-555-0134',
    region: 'US',
    expect: { phones: ['734-555-0134'], note: 'Thank you for the tour! Best, Marisol Vega' },
  },
  {
    line: 'marisol vega facebook marisol.vega.5 sells tamales at the farmers market',
    region: 'US',
    expect: {
      name: 'marisol vega',
      handles: ['facebook marisol.vega.5'],
      note: 'sells tamales at the farmers market',
    },
  },
  {
    line: 'Marisol Vega her number is seven three four triple five zero one three four call after six',
    region: 'US',
    expect: { name: 'Marisol Vega', phones: ['7345550134'], note: 'call after six' },
  },
  {
    line: 'Marisol Vega ext 44 at the hospital main line 734 555 0100',
    region: 'US',
    expect: {
      name: 'Marisol Vega',
      phones: ['734 555 0100'],
      note: 'ext 44 at the hospital main line',
    },
  },
];
