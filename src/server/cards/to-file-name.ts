const maxLength = 60;

/** What any system takes as the name of a file, without an ending: "Zoë O'Neil" is `zoe-o-neil`. */
export function toFileName(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, maxLength)
    .replace(/^-+|-+$/g, '');
  return plain || 'contact';
}
