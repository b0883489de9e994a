import { listWords } from '../word-list.ts';

const english = listWords(`
dog puppy pup mutt hound cat kitten kitty rabbit bunny parrot cockatiel parakeet hamster gerbil ferret snake lizard gecko turtle tortoise
horse pony goat pig donkey chicken bird rooster iguana cockatoo budgie macaw hedgehog
siamese tabby calico`);
const spanish = listWords(`
perro perra perrito perrita cachorro cachorra gato gata gatito gatita conejo coneja loro perico cotorro hamster tortuga caballo yegua gallina
cabra pajaro canario serpiente iguana burro pez siames`);
const dogBreeds = listWords(`
beagle lab labrador retriever poodle corgi husky pug yorkie shepherd bulldog frenchie chihuahua dachshund boxer greyhound dane schnauzer collie
terrier doodle goldendoodle labradoodle maltese pomeranian rottweiler doberman dalmatian spaniel spitz basset mastiff malinois akita
pitbull pit heeler aussie whippet weimaraner bernedoodle cavapoo pointer setter vizsla cockapoo maltipoo bichon havanese papillon chow sheepdog puggle
galgo galga pastor caniche salchicha mestizo mestiza mastin podenco xolo`);

/** "pit mix", "pastor alemán": by one of its words. */
export function isDogBreed(animal: string): boolean {
  return animal
    .toLowerCase()
    .split(' ')
    .some((word) => dogBreeds.has(word));
}

/** Animals that people keep, and breeds, one of each; without accents. */
const animalSingulars: ReadonlySet<string> = new Set([...english, ...spanish, ...dogBreeds]);

function toPlural(word: string): string {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return `${word}s`;
}

/** To the singular, from both numbers. */
export const animalWords: ReadonlyMap<string, string> = new Map(
  [...animalSingulars].flatMap((word) => [
    [word, word] as const,
    [toPlural(word), word] as const,
    [`${word}es`, word] as const,
  ]),
);

/** Before an animal it makes a breed of it: "golden retriever", "pit bull". */
export const breedStarts = listWords(
  'golden german border great pit bull french english australian boston shih cocker bernese yellow black chocolate saint basset jack maine guinea king blue standard mini toy',
);
