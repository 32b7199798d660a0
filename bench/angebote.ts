/** More offers than there are, to measure with. */
import type { Angebot } from '../src/domain/angebot.ts';
import type { Katalog } from '../src/katalog/katalog.ts';
import { createZufall } from './zufall.ts';

/** The offers of the Katalog over and over, with other names and in other places; the same in every run. */
export function vieleAngebote(
  katalog: Pick<Katalog, 'angebote' | 'vokabular'>,
  anzahl: number,
): Map<string, Angebot> {
  const kommunen = [...katalog.vokabular.kommunen.keys()];
  const vorlagen = [...katalog.angebote.values()];
  const zufall = createZufall(20_261_120);
  const silben = [
    'ba',
    'den',
    'fel',
    'gor',
    'hin',
    'kem',
    'lau',
    'mir',
    'nus',
    'pol',
    'rei',
    'tan',
  ];
  const name = () => {
    const wort = Array.from({ length: 3 }, () => silben[Math.floor(zufall() * silben.length)]).join(
      '',
    );
    return wort.charAt(0).toUpperCase() + wort.slice(1);
  };
  return new Map(
    Array.from({ length: anzahl }, (_, i): [string, Angebot] => {
      const vorlage = vorlagen[i % vorlagen.length]!;
      const id = `${vorlage.id}-${i}`;
      const kommune = kommunen[Math.floor(zufall() * kommunen.length)]!;
      const orte = vorlage.orte.map((ort) => ({
        ...ort,
        kommune,
        punkt: { lat: 50.6 + zufall() / 4, lon: 7 + zufall() / 2 },
      }));
      const einzugsgebiet =
        typeof vorlage.einzugsgebiet === 'string' ? vorlage.einzugsgebiet : [kommune];
      const kurztext = `${vorlage.kurztext} Haus ${name()}.`;
      return [
        id,
        { ...vorlage, id, titel: `${vorlage.titel} ${name()}`, kurztext, orte, einzugsgebiet },
      ];
    }),
  );
}
