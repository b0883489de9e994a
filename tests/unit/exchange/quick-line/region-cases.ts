import type { QuickLineCase } from './quick-line-case.ts';

/** Numbers and words as they are written elsewhere. */
export const regionCases: readonly QuickLineCase[] = [
  {
    line: 'Hannah Smith 020 7946 0958 hannah@smith.co.uk, wants a semi in Leeds',
    region: 'GB',
    expect: {
      name: 'Hannah Smith',
      phones: ['020 7946 0958'],
      emails: ['hannah@smith.co.uk'],
      note: 'wants a semi in Leeds',
    },
  },
  {
    line: 'hannah smith mob 07400 123456 home 0141 496 0123',
    region: 'GB',
    expect: {
      name: 'hannah smith',
      phones: [
        ['mob', '07400 123456'],
        ['home', '0141 496 0123'],
      ],
    },
  },
  {
    line: 'Hannah Smith +44 (0)20 7946 0958',
    region: 'US',
    expect: { name: 'Hannah Smith', phones: ['+44 (0)20 7946 0958'] },
  },
  {
    line: 'Hannah Smith 0044 20 7946 0958',
    region: 'DE',
    expect: { name: 'Hannah Smith', phones: ['0044 20 7946 0958'] },
  },
  {
    line: 'Hannah Smith 0044 20 7946 0958',
    region: 'US',
    expect: { name: 'Hannah Smith', phones: ['+44 20 7946 0958'] },
  },
  {
    line: 'Jonas Braun 0171 2345678, sucht ein Haus mit Garten, SW1A 1AA',
    region: 'DE',
    expect: {
      name: 'Jonas Braun',
      phones: ['0171 2345678'],
      note: 'sucht ein Haus mit Garten, SW1A 1AA',
    },
  },
  {
    line: 'Jonas Braun Handy 0151/23456789 Büro 030-901820',
    region: 'DE',
    expect: {
      name: 'Jonas Braun',
      phones: [
        ['handy', '0151/23456789'],
        ['büro', '030-901820'],
      ],
    },
  },
  {
    line: 'Jonas Braun von der Firma Weber Bau GmbH, jonas@weber-bau.de',
    region: 'DE',
    expect: {
      name: 'Jonas Braun',
      company: 'Weber Bau GmbH',
      emails: ['jonas@weber-bau.de'],
      note: 'von der Firma',
    },
  },
  {
    line: 'Jonas Braun 10115 Berlin, Hauptstraße 12',
    region: 'DE',
    expect: { name: 'Jonas Braun', note: '10115 Berlin, Hauptstraße 12' },
  },
  {
    line: 'José Hernández 55 1234 5678 cel',
    region: 'MX',
    expect: { name: 'José Hernández', phones: [['cel', '55 1234 5678']] },
  },
  {
    line: 'josé hernández cel 81 8123 4567 correo jose@hernandez.mx',
    region: 'MX',
    expect: {
      name: 'josé hernández',
      phones: [['cel', '81 8123 4567']],
      emails: ['jose@hernandez.mx'],
    },
  },
  {
    line: 'Lucía Gómez 612 345 678, busca piso, presupuesto 450.000 euros',
    region: 'ES',
    expect: {
      name: 'Lucía Gómez',
      phones: ['612 345 678'],
      note: 'busca piso, presupuesto 450.000 euros',
    },
  },
  {
    line: 'Lucía Gómez de Inmobiliaria Sol, 91 234 56 78',
    region: 'ES',
    expect: {
      name: 'Lucía Gómez',
      company: 'Inmobiliaria Sol',
      phones: ['91 234 56 78'],
    },
  },
  {
    line: 'Lucía Gómez móvil 612345678 trabajo 912345678',
    region: 'ES',
    expect: {
      name: 'Lucía Gómez',
      phones: [
        ['móvil', '612345678'],
        ['trabajo', '912345678'],
      ],
    },
  },
  {
    line: 'Claire Dubois 06.12.34.56.78 cherche un appartement',
    region: 'FR',
    expect: {
      name: 'Claire Dubois',
      phones: ['06.12.34.56.78'],
      note: 'cherche un appartement',
    },
  },
  {
    line: 'Claire Dubois +33 6 12 34 56 78 claire@dubois.fr',
    region: 'FR',
    expect: {
      name: 'Claire Dubois',
      phones: ['+33 6 12 34 56 78'],
      emails: ['claire@dubois.fr'],
    },
  },
  {
    line: 'Claire Dubois SIRET 732 829 320 00074 01 42 68 53 00',
    region: 'FR',
    expect: {
      name: 'Claire Dubois',
      note: 'SIRET 732 829 320 00074 01 42 68 53 00',
    },
  },
  {
    line: 'Bruce Lee 0412 345 678 from Lee Constructions',
    region: 'AU',
    expect: {
      name: 'Bruce Lee',
      phones: ['0412 345 678'],
      company: 'Lee Constructions',
    },
  },
  {
    line: 'Bruce Lee 1300 123 456 or 0412345678',
    region: 'AU',
    expect: {
      name: 'Bruce Lee',
      phones: ['1300 123 456', '0412345678'],
      note: 'or',
    },
  },
  {
    line: 'Bruce Lee mob +61 412 345 678',
    region: 'US',
    expect: { name: 'Bruce Lee', phones: [['mob', '+61 412 345 678']] },
  },
  {
    line: 'Arjun Mehta 98765 43210 arjun@mehtatech.in two lakh budget',
    region: 'IN',
    expect: {
      name: 'Arjun Mehta',
      phones: ['98765 43210'],
      emails: ['arjun@mehtatech.in'],
      note: 'two lakh budget',
    },
  },
  {
    line: 'Arjun Mehta +91-98765-43210 ₹45,00,000 flat in Pune 411001',
    region: 'IN',
    expect: {
      name: 'Arjun Mehta',
      phones: ['+91-98765-43210'],
      note: '₹45,00,000 flat in Pune 411001',
    },
  },
  {
    line: 'arjun mehta o9876543210',
    region: 'IN',
    expect: { name: 'arjun mehta', note: 'o9876543210' },
  },
  {
    line: 'Freya Holm +47 912 34 567 seiler',
    region: 'NO',
    expect: { name: 'Freya Holm', phones: ['+47 912 34 567'], note: 'seiler' },
  },
  {
    line: 'Kenji Sato 231 555 0142',
    region: 'ZZ',
    expect: { name: 'Kenji Sato', note: '231 555 0142' },
  },
  {
    line: 'Kenji Sato ＋81 3-1234-5678',
    region: 'JP',
    expect: { name: 'Kenji Sato', phones: ['＋81 3-1234-5678'] },
  },
];
